import StatusSync
import StatusText

/// Says what became of an update: on standard output, on standard error, and in the log.
struct SyncReporter {
  private let options: SyncOptions
  private let surroundings: Surroundings
  private let console: Console

  init(_ options: SyncOptions, _ surroundings: Surroundings) {
    self.options = options
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: options.common)
  }

  /// Does `work` on `tasks`, reports its result, and gives the exit code. What keeps it from beginning is a result, too, for
  /// programs and for the log.
  func report(tasks: [Int], _ work: () throws(CommandError) -> SyncResult) throws(CommandError) -> ExitCode {
    var result = SyncResult()
    var obstacle: CommandError?
    do {
      result = try work()
    } catch {
      result.errors = [SyncError(error)]
      obstacle = error
    }
    if result.nextSteps.isEmpty, let task = tasks.first {
      result.nextSteps = NextSteps.after(result, task: task)
    }
    if options.asJSON {
      try console.print(ReturnObject(result: result, options: options).bytes, as: .json)
    } else if obstacle == nil {
      try reportText(result)
    }
    if let log = options.log, !options.dryRun { append(result, tasks, to: log) }
    if let obstacle { throw obstacle }
    return result.exitCode
  }

  private func reportText(_ result: SyncResult) throws(CommandError) {
    for warning in result.warnings + (result.update?.warnings ?? []) {
      console.note("warning: \(DisplayText.escaped(warning))")
    }
    if let patch = result.patch {
      try console.print(exactly: patch)
    } else if result.errors.isEmpty {
      for line in SyncText.report(result) { try console.print(line) }
    }
    Self.complain(result, console)
    if let details = result.rollbackDetails { console.note(DisplayText.escaped(details)) }
  }

  /// Writes the errors to standard error.
  static func complain(_ result: SyncResult, _ console: Console) {
    console.complain(Array(SyncText.errors(result).utf8), as: .text)
  }

  /// A log that cannot be written is no reason to call an update failed that has been made.
  private func append(_ result: SyncResult, _ tasks: [Int], to path: String) {
    do {
      try SyncLog(path: path, surroundings: surroundings).append(
        result, tasks: tasks, session: options.session)
    } catch {
      console.note("the log was not written: \(DisplayText.escaped(error.message))")
    }
  }
}
