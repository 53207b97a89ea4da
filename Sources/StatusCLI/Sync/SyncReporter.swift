import StatusConfiguration
import StatusRuntime
import StatusSync
import StatusText

/// Reports the outcome of an update: on standard output, on standard error, and in the log.
struct SyncReporter {
  private let command: SyncCommand
  private let options: SyncOptions
  private let surroundings: Surroundings
  private let console: Console

  init(_ command: SyncCommand, _ options: SyncOptions, _ surroundings: Surroundings) {
    self.command = command
    self.options = options
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: options.common)
  }

  /// Does `work` on `tasks`, which reads the files `inputs`, reports its result, and gives the exit code. What keeps it
  /// from beginning is a result, too, for programs and for the log.
  func report(tasks: [Int], inputs: [String] = [], _ work: () throws(CommandError) -> SyncResult)
    throws(CommandError) -> ExitCode
  {
    try HeldSignals.released { () throws(CommandError) in try reportHeld(tasks, inputs, work) }
  }

  /// The same; signals that arrive from a commit on are held back until everything is reported.
  private func reportHeld(_ tasks: [Int], _ inputs: [String], _ work: () throws(CommandError) -> SyncResult)
    throws(CommandError) -> ExitCode
  {
    var result = SyncResult()
    var obstacle: CommandError?
    var log = options.dryRun ? nil : logPath.map { SyncLog(path: $0, surroundings: surroundings) }
    do throws(CommandError) {
      do throws(CommandError) {
        try refuse(log?.path ?? options.log, inputs)
        try log?.prepare()
      } catch {
        log = nil
        throw error
      }
      result = try work()
    } catch {
      result.errors = [SyncError(error)]
      obstacle = error
    }
    if result.nextSteps.isEmpty, let task = tasks.first {
      result.nextSteps = NextSteps.after(result, task: task)
    }
    if let log { append(result, tasks, to: log) }
    if options.asJSON {
      try console.print(
        ReturnObject(result: result, options: options).bytes, as: .json,
        committed: result.written.map(result.shown))
    } else if obstacle == nil {
      try reportText(result)
    }
    console.warnOfInterruption(committed: result.written.map(result.shown))
    if let obstacle { throw obstacle }
    return result.exitCode
  }

  /// The path of the log, as given or as the configuration of the tree says. A mistake in the configuration is reported by
  /// the work.
  private var logPath: String? {
    if let log = options.log { return log }
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    var finder = ConfigurationFinder(options.common, surroundings)
    guard
      let tree = try? options.common.root.map(discovery.wholeTrees)?.first
        ?? finder.usualTrees(discovery).first,
      let setting = try? finder.configuration(of: tree, under: ConfigurationLayer())[.log]
    else { return nil }
    return surroundings.path(setting)
  }

  /// Refuses a log that would be written into a tracking file, into one of `inputs`, or into a file that is not a log.
  private func refuse(_ log: String?, _ inputs: [String]) throws(CommandError) {
    guard let log else { return }
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    let locations = (try? discovery.wholeTrees(options.common.root ?? ".")) ?? []
    let outputs = OutputPaths(locations, surroundings)
    try outputs.refuse(log: log, inputs: inputs.filter { $0 != "-" })
  }

  private func reportText(_ result: SyncResult) throws(CommandError) {
    for warning in result.warnings + (result.update?.warnings ?? []) {
      console.warn(result.shown(warning), committed: [])
    }
    if let patch = result.patch {
      try console.print(exactly: patch)
    } else if result.errors.isEmpty {
      try console.print(text: SyncText.report(result), committed: result.written.map(result.shown))
    }
    Self.complain(result, console)
    if let details = result.rollbackDetails { console.note(result.shown(details)) }
  }

  /// Writes the errors to standard error.
  static func complain(_ result: SyncResult, _ console: Console) {
    console.complain(SyncText.errors(result))
  }

  /// The update is committed: a log that cannot be written is only a warning.
  private func append(_ result: SyncResult, _ tasks: [Int], to log: SyncLog) {
    do {
      try log.append(result, command, tasks: tasks, session: options.session)
    } catch {
      console.warn(
        "the log could not be written: \(error.message)",
        committed: result.written.map(result.shown))
    }
  }
}
