import StatusModel
import StatusText

/// Where an interrupted implementation goes on.
package struct ResumePoint: Sendable {
  /// A phase of the plan.
  package struct Stage: Sendable, Equatable {
    /// Its number as its heading has it.
    package let number: String
    /// Its title.
    package let title: String
    /// Its status, as state files spell it; nil where it has none.
    package let status: String?
  }

  /// The first phase, or part of one, that has not ended; nil where all have.
  package let phase: Stage?
  /// The phases before and after it that have ended, in the order of the plan.
  package let skipped: [Stage]
  /// The phases after it that are still to be done.
  package let remaining: [Stage]
  /// Whether nothing is left to do and the task may be completed.
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
    phase = left.open.first.map(describe)
    skipped = plan.phases.indices.filter { hasEnded(plan.phases[$0]) }.map(describe)
    remaining = left.open.dropFirst().map(describe)
    mayBeCompleted = left.mayBeCompleted
  }
}
