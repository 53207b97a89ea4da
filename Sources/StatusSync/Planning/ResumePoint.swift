import StatusModel
import StatusText

/// Where an interrupted implementation continues.
package struct ResumePoint: Sendable {
  /// A phase of the plan.
  package struct Stage: Sendable, Equatable {
    /// Its number, as in its heading.
    package let number: String
    /// Its title.
    package let title: String
    /// Its status, as state files spell it; nil if it has none.
    package let status: String?
  }

  /// The plan, from the repository root.
  let plan: String
  /// The first phase or sub-phase that remains; nil if none remains.
  package let phase: Stage?
  /// The other phases that are completed or abandoned, in the order of the plan.
  package let skipped: [Stage]
  /// The phases after it that remain.
  package let remaining: [Stage]
  /// Whether nothing remains and the task can be completed.
  let mayBeCompleted: Bool

  /// The point in `plan`; nil for a malformed one.
  package init?(_ plan: Plan, _ profile: Profile) {
    guard let left = Remaining(plan, profile) else { return nil }
    func describe(_ index: Int) -> Stage {
      let phase = plan.phases[index]
      return Stage(
        number: phase.number.label, title: phase.title(in: plan.source),
        status: phase.marker == nil ? nil : phase.status.map { profile.vocabulary.value($0) })
    }
    func hasEnded(_ phase: Phase) -> Bool { phase.status.map(profile.isEndOfPhase) ?? false }
    self.plan = plan.path
    phase = left.open.first.map(describe)
    skipped = plan.phases.indices.filter { hasEnded(plan.phases[$0]) }.map(describe)
    remaining = left.open.dropFirst().map(describe)
    mayBeCompleted = left.mayBeCompleted
  }
}
