/// Tasks that cannot be moved, and trees that cannot be brought in step.
extension SyncError {
  private static let runCheck = "run `statuslint check`, settle what it says about this task, and try again"

  /// No file knows the task.
  package static func noTask(_ number: Int) -> SyncError {
    SyncError(
      .validation, "TASK_NOT_FOUND", "task \(number) is in neither TODO.md nor state.json",
      recommendation: "`statuslint show` lists the tasks that there are")
  }

  static let noTaskOfRange = SyncError(
    .validation, "TASK_NOT_FOUND", "no task of this range is in TODO.md or state.json",
    recommendation: "`statuslint show` lists the tasks that there are")

  static func onlyIn(_ file: String, not other: String, _ number: Int) -> SyncError {
    SyncError(
      .sync, "TASK_IN_ONE_FILE", "task \(number) is in \(file), but not in \(other)", recommendation: runCheck
    )
  }

  static func twice(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "TASK_TWICE", "task \(number) stands twice in \(file)", recommendation: runCheck)
  }

  static func archived(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "TASK_ARCHIVED", "task \(number) is archived in \(file), and still listed",
      recommendation: "remove it from the lists, or from the archive when its work goes on, and try again")
  }

  static func severalStatuses(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "SEVERAL_STATUSES", "task \(number) has several statuses in \(file)", recommendation: runCheck)
  }

  static func noStatus(_ number: Int, in file: String) -> SyncError {
    SyncError(
      .sync, "NO_STATUS", "task \(number) has no status in \(file)", recommendation: runCheck)
  }

  static func unreadableStatus(_ number: Int, _ text: String, in file: String) -> SyncError {
    SyncError(
      .sync, "UNKNOWN_STATUS", "the status of task \(number) in \(file) is \"\(text)\", which is none",
      recommendation: runCheck)
  }

  static func disagree(_ number: Int, _ list: (String, String), _ registry: (String, String)) -> SyncError {
    SyncError(
      .sync, "FILES_DISAGREE",
      "task \(number) is \(list.1) in \(list.0), but \(registry.1) in \(registry.0)",
      recommendation: runCheck)
  }

  static func unreadable(_ file: String, _ why: String) -> SyncError {
    SyncError(
      .sync, "UNREADABLE_FILE", "\(file) \(why)", isRecoverable: true,
      recommendation: "repair the file; `statuslint check` says where")
  }

  /// The code of a file that the system does not let be read.
  package static let readFailedCode = "READ_FAILED"

  static func readFailed(_ file: String, _ why: String) -> SyncError {
    SyncError(
      .sync, readFailedCode, "\(file) cannot be read: \(why)", isRecoverable: true,
      recommendation: "see to it that the file is there and can be read, and try again")
  }

  static func unusable(_ file: String, _ why: String) -> SyncError {
    SyncError(
      .sync, "UNUSABLE_FILE", "\(file): \(why)", isRecoverable: true,
      recommendation: "put that right by hand; `statuslint check` says what is wrong there")
  }

  static func transition(_ old: String, _ new: String, task: Int, next: [String]) -> SyncError {
    SyncError(
      .validation, "ILLEGAL_TRANSITION", "Invalid status transition: \(old) -> \(new)",
      recommendation: advice(old, new, task, next))
  }

  private static func advice(_ old: String, _ new: String, _ task: Int, _ next: [String]) -> String {
    if old == new { return "task \(task) is already \(old)" }
    if !next.isEmpty {
      return "task \(task) is \(old), from which it can become \(next.joined(separator: ", "))"
    }
    return
      "task \(task) is \(old), and that is an end; `statuslint update \(task) --status \(new) --allow-transition "
      + "REASON` takes the step all the same"
  }

  static func openPhases(_ number: Int, _ path: String, _ phases: [String]) -> SyncError {
    SyncError(
      .validation, "OPEN_PHASES",
      "task \(number) cannot be completed: \(phases.joined(separator: ", ")) of plan file \(path)",
      recommendation:
        "report the phases that are done with --phase, or give --status partial; --allow-transition REASON completes the "
        + "task all the same")
  }

  static func noDirectory(_ number: Int, _ why: String) -> SyncError {
    SyncError(
      .sync, "NO_PROJECT_STATE", "the project state of task \(number) cannot be made: \(why)",
      recommendation: "make the task's directory, NNN_slug, and try again")
  }

  static func foreignState(_ path: String, _ number: Int, _ found: String) -> SyncError {
    SyncError(
      .sync, "FOREIGN_PROJECT_STATE",
      "\(path) says project_number \(found), and lies in the directory of task \(number)",
      recommendation: runCheck)
  }
}
