/// How far the work on a plan has come, for comparing it with the plan's task: by its Status, or where it has none by
/// its phases.
package struct PlanProgress: Sendable {
  private let status: Status?
  private let hasStatus: Bool
  private let isDone: Bool
  private let hasBegun: Bool

  /// The progress of `plan` once its own Status is `status` and the phases at some indices have the statuses of
  /// `changes`. Nil for a malformed plan, of which nothing can be said.
  package init?(_ plan: Plan, saying status: Status?, after changes: [Int: Status] = [:], _ profile: Profile)
  {
    guard let remaining = Remaining(plan, profile, after: changes) else { return nil }
    self.status = status
    hasStatus = plan.marker != nil || status != nil
    isDone = hasStatus ? status == .completed : remaining.mayBeCompleted
    hasBegun =
      status.map(Self.begun.contains) ?? false
      || plan.phases.indices.contains {
        (changes[$0] ?? plan.phases[$0].status).map(Self.begun.contains) ?? false
      }
  }

  /// Whether a task with the status `task` says the same.
  package func agrees(with task: Status) -> Bool {
    // A task that waits for its pull request has a plan that is done, and so may one that was split into others.
    if isDone { return task == .completed || task == .prReady || task == .expanded }
    if task == .completed {
      // A status that cannot be parsed is not a claim.
      return hasStatus && (status == nil || status == .prReady)
    }
    return !hasBegun || !Self.beforeImplementing.contains(task)
  }

  /// The statuses of a plan or a phase that say that its work has begun.
  package static let begun: StatusSet = [.inProgress, .implementing, .partial, .completed]
  /// A task in planning or revising may have a plan that has begun: it is being replaced.
  private static let beforeImplementing: StatusSet = [
    .notStarted, .researching, .researched, .planned, .revised,
  ]
}
