/// How far the work on a plan has come, for comparing it with the plan's task: by its Status, or where it has none by
/// its phases.
package struct PlanProgress: Sendable {
  private let status: Status?
  private let hasStatus: Bool
  private let isDone: Bool
  private let hasBegun: Bool
  private let profile: Profile

  /// The progress of `plan` once its own Status is `status` and the phases at some indices have the statuses of
  /// `changes`. Nil for a malformed plan, of which nothing can be said.
  package init?(_ plan: Plan, saying status: Status?, after changes: [Int: Status] = [:], _ profile: Profile)
  {
    guard let remaining = Remaining(plan, profile, after: changes) else { return nil }
    self.status = status
    hasStatus = plan.marker != nil || status != nil
    isDone = hasStatus ? status == .completed : remaining.mayBeCompleted
    hasBegun =
      status.map(profile.meansBegun) ?? false
      || plan.phases.indices.contains {
        (changes[$0] ?? plan.phases[$0].status).map(profile.meansBegun) ?? false
      }
    self.profile = profile
  }

  /// What it says, as the status that a task with the status `task` contradicts: its own Status, where that tells it, or
  /// what its phases add up to.
  package func claim(against task: Status) -> Status {
    if let status, task == .completed || status == .completed || profile.meansBegun(status) { return status }
    return isDone ? .completed : hasBegun ? .inProgress : .notStarted
  }

  /// Whether a task with the status `task` says the same.
  package func agrees(with task: Status) -> Bool {
    // A task that waits for its pull request has a plan that is done, and so may one that was split into others.
    if isDone { return task == .completed || task == .prReady || task == .expanded }
    if task == .completed {
      // A status that cannot be parsed is not a claim.
      return hasStatus && (status == nil || status == .prReady)
    }
    return !hasBegun || !profile.isBeforeImplementing(task)
  }
}

extension Profile {
  private static let begun: StatusSet = [.inProgress, .implementing, .partial, .completed]
  /// A task in planning or revising may have a plan that has begun: it is being replaced.
  private static let beforeImplementing: StatusSet = [
    .notStarted, .researching, .researched, .planned, .revised,
  ]

  /// Whether a plan or a phase with that status says that its work has begun: of a project's own statuses, the active
  /// ones do.
  package func meansBegun(_ status: Status) -> Bool {
    status.isOwn ? vocabulary.kind(status) == .active : Self.begun.contains(status)
  }

  /// Whether no work on its plan has been done for a task with that status: of a project's own statuses, the initial ones
  /// say so.
  func isBeforeImplementing(_ status: Status) -> Bool {
    status.isOwn ? vocabulary.kind(status) == .initial : Self.beforeImplementing.contains(status)
  }
}
