/// What is left to do of a plan: the one answer that `resume`, `begin`, `finish`, `update` and `check` share.
///
/// What has not ended remains: phases and sub-phases that are neither completed nor abandoned. A marker that is not
/// a status never counts as an end, and a phase without any has not ended.
package struct Remaining: Sendable {
  /// The indices, in the plan's phases, of the phases and sub-phases that have not ended, in order.
  package let open: [Int]
  /// Whether at least one phase is completed. A part counts where its phase has no marker of its own.
  package let hasCompleted: Bool
  /// Whether a phase, or the plan itself, claims two statuses, so that what has ended is unknown.
  private let isContradictory: Bool

  /// What remains of `plan` once the phases at some indices have the statuses of `changes`. Nil for a malformed plan:
  /// one without phases, or with a phase heading that cannot be read, has no answer.
  package init?(_ plan: Plan, _ profile: Profile, after changes: [Int: Status] = [:]) {
    guard !plan.isMalformed else { return nil }
    isContradictory = plan.isContradictory || plan.phases.contains(where: \.isContradictory)
    let claims = PhaseClaims(plan, after: changes)
    open = plan.phases.indices.filter { index in
      guard claims.isMarked[index] else { return !claims.isSpokenFor(index) }
      return !(claims.statuses[index].map(profile.isEndOfPhase) ?? false)
    }
    hasCompleted = plan.phases.indices.contains {
      claims.statuses[$0] == .completed && !claims.isPartOfMarked($0)
    }
  }

  /// Whether the plan's task may be completed, and the plan's own Status is COMPLETED then: every phase is completed or
  /// abandoned, at least one completed, and none claims another status besides.
  package var mayBeCompleted: Bool { open.isEmpty && hasCompleted && !isContradictory }
}

extension Plan {
  /// Whether nothing can be added up from its phases: it has none, or a phase heading that cannot be read, or a block
  /// that is never closed hides some.
  package var isMalformed: Bool { phases.isEmpty || !unreadablePhases.isEmpty || hidden.phaseCount > 0 }
}

extension Profile {
  /// Whether a phase with that status has ended: nothing remains of it.
  package func isEndOfPhase(_ status: Status) -> Bool {
    phaseStatuses.contains(status) && vocabulary.isTerminal(status)
  }
}
