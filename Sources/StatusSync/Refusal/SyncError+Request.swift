import StatusModel

/// Requests that are not valid in themselves.
extension SyncError {
  static let nothingAsked = SyncError(
    .validation, "NOTHING_ASKED", "the update changes nothing: no status, phase, artifact or plan was given",
    recommendation:
      "give at least one of --status, --phase, --artifact or --plan; `statuslint update --help` lists all options"
  )

  static let severalTasks = SyncError(
    .validation, "SEVERAL_TASKS",
    "phases, artifacts and plans belong to one task, but several tasks were given",
    recommendation: "update each task separately")

  static func unknownStatus(_ text: String, _ valid: [String]) -> SyncError {
    let guess = EditDistance.closest(to: text, among: valid).map { "did you mean \($0)? " } ?? ""
    return SyncError(
      .validation, "UNKNOWN_STATUS", "\"\(text)\" is not a task status",
      recommendation: "\(guess)use one of \(valid.joined(separator: ", "))")
  }

  static func malformedTimestamp(_ text: String, full: Bool) -> SyncError {
    SyncError(
      .validation, "MALFORMED_TIMESTAMP", "Malformed timestamp: \"\(text)\"",
      recommendation: full
        ? "use YYYY-MM-DDTHH:MM:SSZ, in UTC" : "use YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC")
  }

  static func timestampWithoutTime(_ text: String, _ what: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_TIMESTAMP", "Malformed timestamp: \"\(text)\" has no time of day, and \(what)",
      recommendation: "use YYYY-MM-DDTHH:MM:SSZ, in UTC")
  }

  static func futureTimestamp(_ text: String, _ now: String) -> SyncError {
    SyncError(
      .validation, "FUTURE_TIMESTAMP", "the timestamp \(text) is in the future: the time is \(now)",
      recommendation: "give the time when it happened, in UTC")
  }

  static func timestampOrder(_ what: SyncMessage, _ later: String, _ earlier: String) -> SyncError {
    SyncError(
      .validation, "TIMESTAMP_ORDER", "\(what) would be \(later), which is before Started, \(earlier)",
      recommendation: "give a timestamp at or after Started")
  }

  static func beforeCreation(_ number: Int, _ time: String, _ created: String) -> SyncError {
    SyncError(
      .validation, "TIMESTAMP_ORDER",
      "the timestamp \(time) is before task \(number) was created at \(created)",
      recommendation: "give the time when it happened, in UTC")
  }

  static func stepOrder(_ phase: String, _ later: String, _ earlier: String) -> SyncError {
    SyncError(
      .validation, "TIMESTAMP_ORDER",
      "the steps of phase \(phase) are not in order: \(later) comes after \(earlier)",
      recommendation: "list the steps of a phase in the order in which they happened")
  }

  static func missingReason(_ subject: String, _ status: String, for origin: UpdateRequest.Origin)
    -> SyncError
  {
    SyncError(
      .validation, "MISSING_REASON", "\(subject) cannot become \(status) without a reason",
      recommendation: origin == .finish
        ? "add \"reason\" to the return object: what blocks the work, or why it was abandoned"
        : "say what blocks the work, or why it was abandoned: --reason TEXT")
  }

  static func emptyReason(_ text: String) -> SyncError {
    SyncError(
      .validation, "MISSING_REASON", "\"\(text)\" does not state a reason",
      recommendation:
        "use a word of at least three letters or an abbreviation in capitals, other than \"none\" or \"TBD\", "
        + "or the number of the task in the way"
    )
  }

  static func delegationDepth(_ depth: Int, _ limit: Int) -> SyncError {
    SyncError(
      .validation, "DELEGATION_DEPTH", "the delegation depth is \(depth), but must be below \(limit)",
      recommendation: "let an agent with a lower delegation depth do the work")
  }

  static func revisionReason(for origin: UpdateRequest.Origin) -> SyncError {
    SyncError(
      .validation, "MISSING_REASON", "a new version of a plan needs a reason",
      recommendation: origin == .finish
        ? "add \"revision_reason\" to the return object: why the plan was revised"
        : "say why the plan was revised: --revision-reason TEXT")
  }

  static func versionWithoutPlan(for origin: UpdateRequest.Origin) -> SyncError {
    SyncError(
      .validation, "PLAN_VERSION", "a plan version or a revision reason was given, but no plan",
      recommendation: origin == .finish
        ? "add the plan to \"artifacts\", with \"type\": \"plan\""
        : "give the plan as well: --plan PATH, or --artifact plan=PATH")
  }

  static func planVersion(_ version: Int, expected: Int, for origin: UpdateRequest.Origin) -> SyncError {
    SyncError(
      .validation, "PLAN_VERSION", "the plan version is \(version), but the next version is \(expected)",
      recommendation: origin == .finish
        ? "give \"plan_version\": \(expected)" : "give --plan-version \(expected)")
  }

  static func malformedReturn(_ what: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_RETURN", "the return object is not valid: \(what)",
      recommendation:
        "write an object with \"status\" (completed, partial, failed or blocked) and \"artifacts\" "
        + "([{\"type\": \"research\", \"path\": \"specs/…\"}]); phases need \"phase_statuses\", a plan "
        + "\"plan_metadata\", a revision \"plan_version\" and \"revision_reason\"")
  }

  /// `fault` says what is wrong with them; nil if they are missing.
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
      .validation, "CLOCK_BEHIND",
      "the clock says \(now), but \(path: path) contains the later date \(newest)",
      recommendation:
        "correct the clock or STATUSLINT_NOW; if the date in the file is wrong, correct the date")
  }

  static func reportedWithoutReason(_ status: String) -> SyncError {
    SyncError(
      .validation, "MISSING_REASON", "the return object says \"\(status)\" but gives no reason",
      recommendation: "add \"reason\" to the return object")
  }
}
