import StatusModel
import StatusText

/// What a plan says of its work that its task contradicts.
struct PlanDisagreement {
  /// What the plan says, as the end of a sentence: `is [COMPLETED]`, `has begun: phase 1 is [COMPLETED]`.
  let words: String
  /// Where the plan says it.
  let place: ByteRange

  /// Nil where a plan and a task with that status agree, or where the plan has a heading that cannot be read.
  init?(_ plan: Plan, task: Status, _ profile: Profile) {
    let status = plan.marker?.status
    guard PlanProgress(plan, saying: status, profile)?.agrees(with: task) == false else { return nil }
    let isToldByStatus =
      task == .completed || status == .completed || status.map(profile.meansBegun) ?? false
    if let marker = plan.marker, isToldByStatus {
      words = "is \(plan.statusText)"
      place = marker.range
      return
    }
    let index: Int?
    if plan.marker == nil, let remaining = Remaining(plan, profile), !plan.isDone(profile), task == .completed
    {
      index = remaining.open.first
    } else {
      index = plan.phases.firstIndex { $0.status.map(profile.meansBegun) ?? false }
    }
    guard let phase = index.map({ plan.phases[$0] }) else { return nil }
    let said = phase.status.map { "is \(profile.vocabulary.marker($0))" } ?? "has no status"
    let verb = plan.isDone(profile) ? "is completed" : task == .completed ? "is not completed" : "has begun"
    words = "\(verb): phase \(phase.number.label) \(said)"
    place = phase.marker?.range ?? phase.heading
  }
}
