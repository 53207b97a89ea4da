/// Tasks that cannot change, and trees that cannot be made consistent.
extension SyncError {
  private static let runCheck: SyncMessage =
    "run `statuslint check`, correct what it reports about this task, and try again"

  /// A task that is in no file.
  package static func noTask(_ number: Int) -> SyncError {
    SyncError(
      .validation, "TASK_NOT_FOUND", "task \(number) is in neither TODO.md nor state.json",
      recommendation: "`statuslint show` lists all tasks")
  }

  static let noTaskOfRange = SyncError(
    .validation, "TASK_NOT_FOUND", "no task in this range is in TODO.md or state.json",
    recommendation: "`statuslint show` lists all tasks")

  /// A task that has no entry in state.json; `status` is the one that TODO.md says, as state files spell it.
  static func unregistered(_ number: Int, _ list: String, _ registry: String, status: String) -> SyncError {
    SyncError(
      .sync, "TASK_IN_ONE_FILE", "task \(number) is in \(path: list), but not in \(path: registry)",
      recommendation:
        "run `statuslint check` for details; to add the task, put \(entry(String(number), status)) into the list "
        + "\"active_projects\" of \(path: registry)")
  }

  /// A task that TODO.md does not list; `marker` is the status that state.json says, as a marker.
  static func unlisted(_ number: Int, _ list: String, _ registry: String, marker: String) -> SyncError {
    SyncError(
      .sync, "TASK_IN_ONE_FILE", "task \(number) is in \(path: registry), but not in \(path: list)",
      recommendation:
        "run `statuslint check` for details; to add the task, put the heading \"### \(number). Title\" and the line "
        + "\"- **Status**: \(marker)\" into \(path: list)")
  }

  /// A tree without TODO.md.
  static func noTaskList(_ path: String) -> SyncError {
    SyncError(
      .sync, readFailedCode, "\(path: path) does not exist", isRecoverable: true,
      recommendation:
        "create it; each task is a heading, such as \"### 1. Title\", and a line \"- **Status**: [NOT STARTED]\" "
        + "after the heading")
  }

  /// A tree without state.json.
  static func noRegistry(_ path: String) -> SyncError {
    SyncError(
      .sync, readFailedCode, "\(path: path) does not exist", isRecoverable: true,
      recommendation:
        "create it with an entry for each task in TODO.md, such as {\"active_projects\": "
        + "[\(entry("1", "not_started"))]}")
  }

  private static func entry(_ number: String, _ status: String) -> String {
    "{\"project_number\": \(number), \"project_name\": \"short_name\", \"status\": \"\(status)\"}"
  }

  static func twice(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "TASK_TWICE", "task \(number) appears twice in \(path: file)", recommendation: runCheck)
  }

  static func archived(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "TASK_ARCHIVED", "task \(number) is archived in \(path: file), but is also in the active lists",
      recommendation:
        "remove it from TODO.md and state.json, or, if work on it continues, from the archive, and try again")
  }

  static func closed(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "TASK_ARCHIVED", "task \(number) is listed in \(path: file) as finished",
      recommendation: "to continue the task, move its entry to \"active_projects\" and into TODO.md")
  }

  static func closedToo(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "TASK_ARCHIVED",
      "task \(number) is listed in \(path: file) both as active and as finished",
      recommendation: "remove one of the two entries, and try again")
  }

  static func severalStatuses(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "SEVERAL_STATUSES", "task \(number) has several statuses in \(path: file)",
      recommendation: runCheck)
  }

  static func noStatus(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "NO_STATUS", "task \(number) has no status in \(path: file)", recommendation: runCheck)
  }

  static func unreadableStatus(_ number: Int, _ text: String, in file: String) -> SyncError {
    SyncError(
      .sync, "UNKNOWN_STATUS",
      "the status of task \(number) in \(path: file) is \"\(text)\", which is not a task status",
      recommendation: runCheck)
  }

  static func disagree(_ number: Int, _ list: (String, String), _ registry: (String, String)) -> SyncError {
    SyncError(
      .sync, "FILES_DISAGREE",
      "task \(number) is \(list.1) in \(path: list.0), but \(registry.1) in \(path: registry.0)",
      recommendation: runCheck)
  }

  static func unreadable(_ file: String, _ why: String) -> SyncError {
    SyncError(
      .sync, "UNREADABLE_FILE", "\(path: file) \(why)", isRecoverable: true,
      recommendation: "correct the file; `statuslint check` shows the place")
  }

  /// The error code for a file that the system cannot read.
  package static let readFailedCode = "READ_FAILED"

  static func readFailed(_ file: String, _ why: String) -> SyncError {
    SyncError(
      .sync, readFailedCode, "\(path: file) cannot be read: \(why)", isRecoverable: true,
      recommendation: "correct the permissions or the kind of the file, and try again")
  }

  static func unusable(_ file: String, _ why: String) -> SyncError {
    SyncError(
      .sync, "UNUSABLE_FILE", "\(path: file): \(why)", isRecoverable: true,
      recommendation: "correct the file; `statuslint check` shows what is wrong with it")
  }

  /// `isFinal` says whether the old status ends a task.
  static func transition(_ old: String, _ new: String, task: Int, next: [String], isFinal: Bool) -> SyncError
  {
    SyncError(
      .validation, "ILLEGAL_TRANSITION", "Invalid status transition: \(old) -> \(new)",
      recommendation: advice(old, new, task, next, isFinal))
  }

  private static func advice(
    _ old: String, _ new: String, _ task: Int, _ next: [String], _ isFinal: Bool
  ) -> SyncMessage {
    if old == new { return "task \(task) is already \(old)" }
    if !next.isEmpty {
      return "task \(task) is \(old); it can become \(next.joined(separator: ", "))"
    }
    return
      "task \(task) is \(old), \(noStep(isFinal)); `statuslint update \(task) --status \(new) --allow-transition "
      + "REASON` changes it anyway"
  }

  /// Why nothing follows a status: only in a configuration, one that ends nothing may have no step.
  static func noStep(_ isFinal: Bool) -> String {
    isFinal ? "which is final" : "from which \"transitions\" in the configuration has no step"
  }

  /// `mayBePartial` says whether the task can become partial.
  static func openPhases(_ number: Int, _ path: String, _ phases: [String], mayBePartial: Bool) -> SyncError {
    SyncError(
      .validation, "OPEN_PHASES",
      "task \(number) cannot be completed: in plan file \(path: path), \(phases.listed)",
      recommendation:
        "complete the phases with --phase\(mayBePartial ? ", or use --status partial" : ""); "
        + "--allow-transition REASON completes the task anyway")
  }

  static func noDirectory(_ number: Int, _ why: String) -> SyncError {
    SyncError(
      .sync, "NO_PROJECT_STATE", "the project state of task \(number) cannot be created: \(why)",
      recommendation: "create the directory of the task, NNN_slug, and try again")
  }

  static func foreignState(_ path: String, _ number: Int, _ found: String) -> SyncError {
    SyncError(
      .sync, "FOREIGN_PROJECT_STATE",
      "\(path: path) has project_number \(found), but is in the directory of task \(number)",
      recommendation: runCheck)
  }
}
