import StatusCommit
import StatusConfiguration
import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusReport
import StatusRules
import StatusRuntime

/// `statuslint check`: reports and fixes what is wrong in one or several trees.
package struct CheckCommand: Command {
  package static let name = "check"
  package static let argumentCounts = 0...Int.max

  /// How findings are fixed.
  struct Fixing {
    /// What happens to the corrections.
    enum Action {
      /// They are written, and what remains is reported.
      case write
      /// They are written, and only they are reported.
      case writeOnly
      /// They are shown as a patch, and nothing is written.
      case show
    }

    /// What happens to the corrections.
    let action: Action
    /// Whether those that choose between claims or add a fact are among them.
    let includesUnsafe: Bool
  }

  /// The options that every command has.
  package var common = CommonOptions()
  /// Trees, directories above or in them, or files in them; by default, the tree of the working directory.
  private let paths: [String]
  /// What the options say that a configuration can say, too.
  var settings = ConfigurationLayer()
  /// The format of standard output; nil for the default.
  var format: ReportFormat?
  /// Whether to count the findings of each rule instead of listing them.
  var statistics = false
  /// The file of the baseline, and what happens to it.
  var baselineFlags = BaselineFlags()
  /// Whether suppressed findings are listed.
  var showSuppressed = false
  /// The number of threads; nil for one a processor.
  var jobs: Int?
  /// The revision that the tree is compared with, by the rules for changes; nil for none.
  var since: RevisionName?
  /// The revision whose lines are not looked at; nil to look at all lines.
  var changed: RevisionName?
  /// Which formats are looked for.
  var formats = FormatChoice.all
  /// The path of the file that standard input replaces.
  var stdinPath: String?
  /// Which rules a JUnit report lists.
  var junitDetail = JUnitDetail.usual
  /// Whether and how findings are fixed.
  var fixFlags = FixFlags()
  /// How long to wait for other writers of a tree, in seconds.
  var lockTimeout = WriteSession.usualLockTimeout

  /// A check of the trees that `paths` mean, by all rules.
  package init(arguments paths: [String]) { self.paths = paths }

  /// Fixes if requested, then checks and reports.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try HeldSignals.released { () throws(CommandError) in try check(in: surroundings) }
  }

  private func check(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    if stdinPath != nil && !paths.isEmpty {
      throw .usage("--stdin-path and paths cannot be combined", hint: "give one or the other")
    }
    let fixing = try fixFlags.fixing()
    if fixing?.action == .show && (format != nil || statistics) {
      throw .usage(
        "--diff prints only a patch",
        hint: "leave out --format and --statistics; --report FORMAT=FILE also writes a report")
    }
    if fixFlags.interactive { try FixPrompt.requireTerminal(in: surroundings) }
    Parallel.prepare(jobs: jobs) { CheckEngine.prepare() }
    let start = surroundings.elapsed()
    let request: TreeRequest
    do {
      request = try TreeRequest(
        paths: stdinPath.map { [$0] } ?? paths, common: common, commandLine: commandLine, formats: formats,
        jobs: jobs,
        replacesFirstPath: stdinPath != nil, keepsBytes: fixing != nil || comparesStates, in: surroundings)
    } catch {
      // A wrong name is wrong whatever the tree is.
      _ = try Configuration(commandLine: settings).selection()
      throw error
    }
    // The rules have been set up on another thread in the meantime.
    let selections = try ruleSelections(request)
    let failOn = try request.failOn()
    if fixFlags.interactive, request.locations.count > 1 || stdinPath != nil {
      throw .usage("--interactive is for one tree on disk", hint: "give the path of a tree")
    }
    let locations = TreeLocations(request.locations)
    let outputs = OutputPaths(request.locations, surroundings)
    let reports = try request.reports()
    try outputs.refuse(reports: reports.map(\.path))
    let console = Console(surroundings: surroundings, common: common)
    let configured = try request.baseline()
    let baseline = try BaselineUse(
      self, at: baselineFlags.path ?? configured, reports: reports, request.locations, outputs, console)
    _ = try ReportMoment.sourceDateEpoch(in: surroundings)
    var run = CheckRun(
      self, fixing, selections, reports, request, baseline, locations, outputs, surroundings)
    for location in request.locations where run.failure == nil { try run.check(location) }
    var result = CheckResult.merged(run.results)
    result.seconds = surroundings.elapsed() - start
    result.failOn = failOn.severity
    result.showsOnlyFixed = fixing?.action == .writeOnly
    result.showsSuppressed = showSuppressed
    if run.failure == nil {
      try console.settle(committed: run.committed) { () throws(CommandError) in
        try baseline?.update(with: &result)
      }
    }
    let reporter = Reporter(
      console: console, committed: run.committed, locations: locations, junitDetailAll: junitDetail == .all,
      surroundings: surroundings)
    try console.settle(committed: run.committed) { () throws(CommandError) in
      try report(result, run, reporter)
    }
    console.warnOfInterruption(committed: run.committed)
    if let failure = run.failure { return try end(failure, after: run.committed, console) }
    if fixing?.action == .show { return run.patch.isEmpty ? .success : .findings }
    return result.findings.contains { result.fails($0) } ? .findings : .success
  }

  /// Ends a check in which a tree could not be fixed. The exit code 3 means that nothing has changed, so if other trees
  /// were fixed, the failure is only reported.
  private func end(_ failure: CommandError, after committed: [String], _ console: Console)
    throws(CommandError) -> ExitCode
  {
    if committed.isEmpty { throw failure }
    console.complain(failure.text)
    console.warn("other trees were already fixed", committed: committed)
    return .findings
  }

  private func report(_ result: CheckResult, _ run: CheckRun, _ reporter: Reporter) throws(CommandError) {
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

  /// Whether the tree is compared with what it was.
  private var comparesStates: Bool { since != nil || stdinPath != nil }

  /// What the options say that a configuration can say, too.
  private var commandLine: ConfigurationLayer { common.commandLine.merged(with: settings) }

  /// Which rules run in each tree, by its directory.
  private func ruleSelections(_ request: TreeRequest) throws(CommandError) -> [String: RuleSelection] {
    var selections: [String: RuleSelection] = [:]
    for location in request.locations {
      selections[location.directory] = try request.configuration(of: location).selection()
    }
    return selections
  }
}
