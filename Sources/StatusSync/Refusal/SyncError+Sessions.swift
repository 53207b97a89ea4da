/// Workflows that are not under way, or that another session works on.
extension SyncError {
  static func noSession(_ given: String, _ kept: String?, replacement: (session: String, time: String)?)
    -> SyncError
  {
    var message = "session \(given) did not begin this: "
    if let replacement {
      message = "session \(given) was replaced by session \(replacement.session) at \(replacement.time): "
    }
    return SyncError(
      .validation, "SESSION_MISMATCH",
      message + (kept.map { "session \($0) is on record" } ?? "no session is on record"),
      recommendation: "finish with the session that `begin` printed, or without one")
  }

  static func claimed(_ number: Int, _ status: String, _ claim: SessionClaim) -> SyncError {
    SyncError(
      .validation, "SESSION_CONFLICT",
      "task \(number) is \(status): session \(claim.session) works on it\(claim.since)", isRecoverable: true,
      recommendation:
        "leave the task to that session; go on as it with --session-id \(claim.session); or, when it is gone, "
        + "replace it with --take-over")
  }

  static func notUnderWay(_ workflow: String, _ number: Int, _ status: String, mayBegin: Bool) -> SyncError {
    SyncError(
      .validation, "NOT_UNDER_WAY",
      "\(workflow) of task \(number) is not under way: the task is \(status)",
      recommendation: mayBegin
        ? "begin it first: `statuslint begin \(number) \(workflow)`"
        : "`statuslint show \(number)` shows what has become of the task")
  }
}
