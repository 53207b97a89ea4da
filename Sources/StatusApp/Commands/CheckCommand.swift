import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusReport
import StatusRules
import StatusRuntime

/// `statuslint check`: reports and fixes what is wrong in one or several trees.
package struct CheckCommand: Sendable {
  /// A report in addition to standard output.
  package struct ExtraReport: Sendable {
    /// Its format.
    package let format: ReportFormat
    /// The file it goes to.
    package let path: String

    /// A report in `format`, written to `path`.
    package init(format: ReportFormat, path: String) {
      self.format = format
      self.path = path
    }
  }

  /// How findings are fixed.
  package struct Fixing: Sendable {
    /// What happens to the corrections.
    package enum Action: Sendable {
      /// They are written, and what remains is reported.
      case write
      /// They are written, and only they are reported.
      case writeOnly
      /// They are shown as a patch, and nothing is written.
      case show
    }

    /// What happens to the corrections.
    package let action: Action
    /// Whether those that choose between claims or add a fact are among them.
    package let includesUnsafe: Bool

    /// Corrections, and what happens to them.
    package init(_ action: Action, includesUnsafe: Bool) {
      self.action = action
      self.includesUnsafe = includesUnsafe
    }
  }

  /// The options that every command has.
  package var common = CommonOptions()
  /// Trees, directories above or in them, or files in them; by default, the tree of the working directory.
  package var paths: [String] = []
  /// Rules, families or `all` to check; all by default.
  package var select: [String] = []
  /// Rules and families not to check.
  package var ignore: [String] = []
  /// Severities from the user, by rule or family.
  package var severities: [String: Severity] = [:]
  /// Findings of at least this severity make the exit code 1; nil for never.
  package var failOn: Severity? = .warning
  /// The format of standard output; nil for the default.
  package var format: ReportFormat?
  /// Reports in addition to standard output.
  package var reports: [ExtraReport] = []
  /// Whether to count the findings of each rule instead of listing them.
  package var statistics = false
  /// Whether the archive's plans and project states are judged too.
  package var archive = false
  /// The number of threads; nil for one a processor.
  package var jobs: Int?
  /// The path of the file that standard input replaces.
  package var stdinPath: String?
  /// Whether a JUnit report lists the rules that passed.
  package var junitDetailAll = false
  /// Larger files are not read; in bytes.
  package var sizeLimit = 64 << 20
  /// How findings are fixed; nil to only report them.
  package var fixing: Fixing?
  /// How long to wait for other writers of a tree, in seconds.
  package var lockTimeout = 10.0

  /// A check of the working directory's tree by all rules.
  package init() {}

  /// Fixes if requested, then checks and reports.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try HeldSignals.released { () throws(CommandError) in try check(in: surroundings) }
  }

  private func check(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    if fixing?.action == .show && (format != nil || statistics) {
      throw .usage(
        "--diff prints only a patch",
        hint: "leave out --format and --statistics; --report FORMAT=FILE also writes a report")
    }
    Parallel.prepare(jobs: jobs) { CheckEngine.prepare() }
    let start = surroundings.elapsed()
    let request = try TreeRequest(
      paths: stdinPath.map { [$0] } ?? paths, common: common, archive: archive, jobs: jobs,
      sizeLimit: sizeLimit, replacesFirstPath: stdinPath != nil, keepsBytes: fixing != nil, in: surroundings)
    // The rules have been set up on another thread in the meantime.
    let selection = try ruleSelection()
    let locations = TreeLocations(request.locations)
    let outputs = OutputPaths(request.locations, surroundings)
    try outputs.refuse(reports: reports.map(\.path))
    _ = try ReportMoment.sourceDateEpoch(in: surroundings)
    var run = CheckRun(self, selection, request, locations, outputs, surroundings)
    for location in request.locations where run.failure == nil { try run.check(location) }
    var result = CheckResult.merged(run.results)
    result.seconds = surroundings.elapsed() - start
    result.failOn = failOn
    result.showsOnlyFixed = fixing?.action == .writeOnly
    let console = Console(surroundings: surroundings, common: common)
    let reporter = Reporter(
      console: console, committed: run.committed, locations: locations, junitDetailAll: junitDetailAll,
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
    if fixing?.action == .show {
      try reporter.print(bytes: run.patch)
    } else if let content = run.correctedInput {
      // It uses standard output alone.
      try reporter.print(bytes: content)
      try reporter.complain(result, format ?? .text)
    } else if statistics && format == nil {
      try reporter.printStatistics(result)
    } else {
      try reporter.print(result, format ?? .text)
      if statistics && (format == .text || format == .concise) { try reporter.printStatistics(result) }
    }
    for report in reports { try reporter.write(result, report.format, to: report.path) }
  }

  private func ruleSelection() throws(CommandError) -> RuleSelection {
    do {
      return try RuleSelection(select: select, ignore: ignore, severities: severities)
    } catch {
      throw .unknownRule(error)
    }
  }
}
