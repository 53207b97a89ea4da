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
    guard !Self.agree(plan, saying: plan.marker?.status, task: task, profile) else { return nil }
    let status = plan.marker?.status
    let isToldByStatus =
      task == .completed || status == .completed || status.map(Self.begun.contains) ?? false
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
      index = plan.phases.firstIndex { $0.status.map(Self.begun.contains) ?? false }
    }
    guard let phase = index.map({ plan.phases[$0] }) else { return nil }
    let said = phase.status.map { "is \(profile.vocabulary.marker($0))" } ?? "has no status"
    let verb = plan.isDone(profile) ? "is completed" : task == .completed ? "is not completed" : "has begun"
    words = "\(verb): phase \(phase.number.label) \(said)"
    place = phase.marker?.range ?? phase.heading
  }

  /// Whether the plan, were its own Status `status`, and a task with the status `task` agree.
  static func agree(_ plan: Plan, saying status: Status?, task: Status, _ profile: Profile) -> Bool {
    guard !plan.isMalformed else { return true }
    let hasStatus = plan.marker != nil || status != nil
    let isDone = hasStatus ? status == .completed : plan.isDone(profile)
    // A task that waits for its pull request has a plan that is done, and so may one that was split into others.
    if isDone { return task == .completed || task == .prReady || task == .expanded }
    if task == .completed {
      // A status that nobody can read says nothing.
      return hasStatus && (status == nil || status == .prReady)
    }
    let hasBegun =
      status.map(begun.contains) ?? false || plan.phases.contains { $0.status.map(begun.contains) ?? false }
    return !hasBegun || !beforeImplementing.contains(task)
  }

  private static let begun: StatusSet = [.inProgress, .implementing, .partial, .completed]
  /// A task in planning or revising may have a plan that has begun: it is being planned anew.
  private static let beforeImplementing: StatusSet = [
    .notStarted, .researching, .researched, .planned, .revised,
  ]
}
