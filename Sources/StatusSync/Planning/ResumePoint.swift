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

  /// The first phase that has not ended; nil where all have.
  package let phase: Stage?
  /// The phases before and behind it that have ended, in the order of the plan.
  package let skipped: [Stage]
  /// The phases behind it that are still to be done.
  package let remaining: [Stage]

  /// The point in `plan`. Parts of a phase are done with it.
  package init(_ plan: Plan, _ profile: Profile) {
    let phases = plan.phases.filter { $0.parent < 0 }
    func hasEnded(_ phase: Phase) -> Bool { phase.status.map { profile.vocabulary.isTerminal($0) } ?? false }
    func describe(_ phase: Phase) -> Stage {
      Stage(
        number: phase.number.label, title: phase.title(in: plan.source),
        status: phase.marker == nil ? nil : phase.status.map { profile.vocabulary.value($0) })
    }
    let open = phases.filter { !hasEnded($0) }
    phase = open.first.map(describe)
    skipped = phases.filter(hasEnded).map(describe)
    remaining = open.dropFirst().map(describe)
  }
}
