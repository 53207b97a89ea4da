/// Workflows that are not in progress, or that another session works on.
extension SyncError {
  static func noSession(_ given: String, _ kept: String?, replacement: (session: String, time: String)?)
    -> SyncError
  {
    var message: SyncMessage = "session \(given) did not begin this workflow: "
    if let replacement {
      message = "session \(replacement.session) replaced session \(given) at \(replacement.time): "
    }
    return SyncError(
      .validation, "SESSION_MISMATCH",
      message + (kept.map { "the task belongs to session \($0)" } ?? "the task has no session"),
      recommendation: "use the session that `begin` printed, or leave out --session-id and \"session_id\"")
  }

  static func claimed(_ number: Int, _ status: String, _ claim: SessionClaim) -> SyncError {
    SyncError(
      .validation, "SESSION_CONFLICT",
      "task \(number) is \(status): session \(claim.session) is working on it\(claim.since)",
      isRecoverable: true,
      recommendation:
        "leave the task to that session; or continue that session with --session-id \(claim.session); or, if that session "
        + "has ended, replace it with --take-over")
  }

  static func notUnderWay(_ workflow: Workflow, _ number: Int, _ status: String, mayBegin: Bool) -> SyncError
  {
    SyncError(
      .validation, "NOT_UNDER_WAY",
      "\(workflow.noun) of task \(number) is not in progress: the task is \(status)",
      recommendation: mayBegin
        ? "begin it first: `statuslint begin \(number) \(workflow.rawValue)`"
        : "run `statuslint show \(number)` to see the state of the task")
  }
}
