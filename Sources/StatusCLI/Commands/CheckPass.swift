import StatusConfiguration
import StatusDiagnostics
import StatusEngine
import StatusReport
import StatusRules

/// One pass of a check: the trees and the settings as they are now, and what is found in them. A class: it is large, and
/// there is one at a time.
final class CheckPass {
  /// What is found, and what is fixed.
  var result: CheckResult
  /// The trees and their settings.
  let request: TreeRequest
  /// What happened to each tree.
  let run: CheckRun
  /// Writes reports of the result.
  let reporter: Reporter
  /// The trees, as reports tell them apart.
  let locations: TreeLocations
  private let command: CheckCommand
  private let baseline: BaselineUse?
  private let console: Console

  /// Checks, and fixes as requested. `former` is the revision to compare with, if it is looked for already. With `watch`,
  /// everything that it depends on is watched, and what has not changed is not read again.
  init(
    _ command: CheckCommand, fixing: CheckCommand.Fixing?, former: RevisionAhead? = nil,
    in surroundings: Surroundings, watch: (trees: WatchedTrees, places: WatchedPlaces)? = nil
  ) throws(CommandError) {
    self.command = command
    let start = surroundings.elapsed()
    var request: TreeRequest
    repeat {
      request = try Self.request(of: command, fixing, surroundings)
    } while watch?.places.watch(request) ?? false
    request.watched = watch?.trees
    self.request = request
    // The rules have been set up on another thread in the meantime.
    let selections = try Self.ruleSelections(request)
    let failOn = try request.failOn()
    if command.fixFlags.interactive, request.locations.count > 1 || command.stdinPath != nil {
      throw .usage("--interactive is for one tree on disk", hint: "give the path of a tree")
    }
    locations = TreeLocations(request.locations)
    let outputs = OutputPaths(request.locations, surroundings)
    let reports = watch == nil ? try request.reports() : []
    try outputs.refuse(reports: reports.map(\.path))
    console = Console(surroundings: surroundings, common: command.common)
    let configured = try request.baseline()
    baseline = try BaselineUse(
      command, at: command.baselineFlags.path ?? configured, reports: reports, request.locations, outputs,
      console)
    _ = try ReportMoment.sourceDateEpoch(in: surroundings)
    let run = CheckRun(
      command, fixing, selections, reports, request, baseline, locations, former, outputs,
      surroundings)
    for location in request.locations where run.failure == nil { try run.check(location) }
    self.run = run
    result = CheckResult.merged(run.results)
    result.seconds = surroundings.elapsed() - start
    result.failOn = failOn.severity
    result.showsOnlyFixed = fixing?.action == .writeOnly
    result.showsSuppressed = command.showSuppressed
    result.usesBaseline = baseline != nil
    result.isComplete = run.failure == nil
    reporter = Reporter(
      console: console, committed: run.committed, locations: locations,
      junitDetailAll: command.junitDetail == .all, surroundings: surroundings)
  }

  /// Updates the baseline as requested.
  func updateBaseline() throws(CommandError) {
    if run.failure != nil { return }
    try console.settle(committed: run.committed) { () throws(CommandError) in
      try baseline?.update(with: &result)
    }
  }

  /// Updates the baseline as requested, and reports.
  func report() throws(CommandError) {
    try updateBaseline()
    result.exitCode = Int(exitCode.rawValue)
    try console.settle(committed: run.committed) { () throws(CommandError) in try print() }
    console.warnOfInterruption(committed: run.committed)
  }

  /// What the result means for who has asked.
  var exitCode: ExitCode {
    if let failure = run.failure { return run.committed.isEmpty ? failure.exitCode : .findings }
    if run.fixing?.action == .show { return run.patch.isEmpty ? .success : .findings }
    return result.findings.contains { result.fails($0) } ? .findings : .success
  }

  private func print() throws(CommandError) {
    let (format, statistics) = (command.format, command.statistics)
    if run.fixing?.action == .show {
      try reporter.print(bytes: run.patch)
    } else if let content = run.correctedInput {
      // It uses standard output alone.
      try reporter.print(bytes: content)
      try reporter.complain(result, format ?? .text)
    } else if statistics && format == nil {
      try reporter.printStatistics(result)
    } else {
      try reporter.print(result, format ?? .text)
      if statistics && format?.isForPeople == true { try reporter.printStatistics(result) }
    }
    for report in run.reports { try reporter.write(result, report.format, to: report.path) }
  }

  // MARK: Settings

  private static func request(
    of command: CheckCommand, _ fixing: CheckCommand.Fixing?, _ surroundings: Surroundings
  ) throws(CommandError) -> TreeRequest {
    do {
      return try TreeRequest(
        paths: command.stdinPath.map { [$0] } ?? command.paths, common: command.common,
        commandLine: command.commandLine, formats: command.formats, jobs: command.jobs,
        replacesFirstPath: command.stdinPath != nil,
        keepsBytes: fixing != nil, keepsPlans: command.comparesStates, in: surroundings)
    } catch {
      // A wrong name is wrong whatever the tree is.
      _ = try Configuration(commandLine: command.settings).selection()
      throw error
    }
  }

  /// Which rules run in each tree, by its directory.
  private static func ruleSelections(_ request: TreeRequest) throws(CommandError) -> [String: RuleSelection] {
    var selections: [String: RuleSelection] = [:]
    for location in request.locations {
      selections[location.directory] = try request.configuration(of: location).selection()
    }
    return selections
  }
}
