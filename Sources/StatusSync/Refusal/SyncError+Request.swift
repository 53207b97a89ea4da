/// Requests that cannot be meant.
extension SyncError {
  static let nothingAsked = SyncError(
    .validation, "NOTHING_ASKED", "the update changes nothing: it names no status, phase, artifact or plan",
    recommendation:
      "give a status, phases, artifacts or a plan: --status, --phase, --artifact, --plan and what `--help` lists"
  )

  static let severalTasks = SyncError(
    .validation, "SEVERAL_TASKS", "phases, artifacts and plans belong to one task, and several are named",
    recommendation: "update each task on its own")

  static func unknownStatus(_ text: String, _ valid: [String]) -> SyncError {
    SyncError(
      .validation, "UNKNOWN_STATUS", "there is no status \"\(text)\"",
      recommendation: "use one of \(valid.joined(separator: ", "))")
  }

  static func malformedTimestamp(_ text: String, full: Bool) -> SyncError {
    SyncError(
      .validation, "MALFORMED_TIMESTAMP", "Malformed timestamp: \"\(text)\"",
      recommendation: full
        ? "write YYYY-MM-DDTHH:MM:SSZ, in UTC" : "write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC")
  }

  static func timestampWithoutTime(_ text: String, _ what: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_TIMESTAMP", "Malformed timestamp: \"\(text)\" has no time of day, and \(what)",
      recommendation: "write YYYY-MM-DDTHH:MM:SSZ, in UTC")
  }

  static func futureTimestamp(_ text: String, _ now: String) -> SyncError {
    SyncError(
      .validation, "FUTURE_TIMESTAMP", "the timestamp \(text) lies in the future: it is \(now) now",
      recommendation: "give the time at which it happened, in UTC")
  }

  static func timestampOrder(_ what: String, _ later: String, _ earlier: String) -> SyncError {
    SyncError(
      .validation, "TIMESTAMP_ORDER", "\(what) would be \(later), before it was started at \(earlier)",
      recommendation: "give a timestamp that is not before Started")
  }

  static func stepOrder(_ phase: String, _ later: String, _ earlier: String) -> SyncError {
    SyncError(
      .validation, "TIMESTAMP_ORDER",
      "the steps of phase \(phase) are not in order: \(later) follows \(earlier)",
      recommendation: "give the steps of a phase in the order in which they happened")
  }

  static func missingReason(_ subject: String, _ status: String, for origin: UpdateRequest.Origin)
    -> SyncError
  {
    SyncError(
      .validation, "MISSING_REASON", "\(subject) cannot become \(status) without a reason",
      recommendation: origin == .finish
        ? "say in the return object what is in the way, or why it was given up: \"reason\""
        : "say what is in the way, or why it was given up: --reason TEXT")
  }

  static func emptyReason(_ text: String) -> SyncError {
    SyncError(
      .validation, "MISSING_REASON", "\"\(text)\" says nothing: a reason needs words",
      recommendation: "say it in a few words on one line")
  }

  static func delegationDepth(_ depth: Int, _ limit: Int) -> SyncError {
    SyncError(
      .validation, "DELEGATION_DEPTH", "the delegation depth is \(depth), and must be below \(limit)",
      recommendation: "let an agent further up do the work")
  }

  static func revisionReason(for origin: UpdateRequest.Origin) -> SyncError {
    SyncError(
      .validation, "MISSING_REASON", "another version of a plan needs a reason",
      recommendation: origin == .finish
        ? "say in the return object why the plan was revised: \"revision_reason\""
        : "say why the plan was revised: --revision-reason TEXT")
  }

  static func versionWithoutPlan(for origin: UpdateRequest.Origin) -> SyncError {
    SyncError(
      .validation, "PLAN_VERSION", "a plan version or a revision reason is given, and no plan",
      recommendation: origin == .finish
        ? "list the plan among \"artifacts\", with \"type\": \"plan\""
        : "give the plan, too: --plan PATH, or --artifact plan=PATH")
  }

  static func planVersion(_ version: Int, expected: Int, for origin: UpdateRequest.Origin) -> SyncError {
    SyncError(
      .validation, "PLAN_VERSION", "the plan version is \(version), and the next one is \(expected)",
      recommendation: origin == .finish
        ? "give \"plan_version\": \(expected)" : "give --plan-version \(expected)")
  }

  static func malformedReturn(_ what: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_RETURN", "the return object is not valid: \(what)",
      recommendation: "see schemas/executor-return.schema.json")
  }

  /// `fault` says what is wrong with them; nil where they are missing.
  static func phaseStatuses(_ fault: String? = nil) -> SyncError {
    SyncError(
      .validation, "PHASE_STATUSES",
      "phase_statuses missing or malformed" + (fault.map { ": \($0)" } ?? ""),
      recommendation:
        "give phase_statuses as [{\"phase_number\": 1, \"status\": \"completed\", \"timestamp\": \"YYYY-MM-DDTHH:MM:SSZ\"}]"
    )
  }

  static func clockBehind(_ now: String, _ newest: String, _ path: String) -> SyncError {
    SyncError(
      .validation, "CLOCK_BEHIND", "it is \(now) by the clock, but \(path) has the later date \(newest)",
      recommendation:
        "set the clock, or STATUSLINT_NOW, right; or correct that date, if it is the one that is wrong")
  }

  static func reportedWithoutReason(_ status: String) -> SyncError {
    SyncError(
      .validation, "MISSING_REASON", "the return object says \"\(status)\" and not why",
      recommendation: "add \"reason\" to the return object")
  }
}
