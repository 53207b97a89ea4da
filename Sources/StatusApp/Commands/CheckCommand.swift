import StatusDiagnostics
import StatusFileSystem
import StatusModel
import StatusReport
import StatusRules
import StatusText

/// `statuslint check`: what is wrong in one or several trees.
package struct CheckCommand: Sendable {
  /// A report besides standard output.
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

  /// The options that every command has.
  package var common = CommonOptions()
  /// Trees, directories above or inside them, files in them; the working directory's tree where there are none.
  package var paths: [String] = []
  /// Rules, families or `all` to check; all where there are none.
  package var select: [String] = []
  /// Rules and families not to check.
  package var ignore: [String] = []
  /// Severities of the user's own, by rule or family.
  package var severities: [String: Severity] = [:]
  /// Findings of at least this severity make the exit code 1; nil for never.
  package var failOn: Severity? = .warning
  /// The format of standard output; nil for text on a terminal, concise elsewhere.
  package var format: ReportFormat?
  /// Reports besides standard output.
  package var reports: [ExtraReport] = []
  /// Whether to count the findings of each rule instead of listing them.
  package var statistics = false
  /// Whether the archive's plans and project states are judged too.
  package var archive = false
  /// The number of threads; nil for one a processor.
  package var jobs: Int?
  /// The path, in a tree on disk, that standard input is judged as.
  package var stdinPath: String?
  /// Whether a JUnit report lists the rules that passed.
  package var junitDetailAll = false
  /// Larger files are not read; in bytes.
  package var sizeLimit = 64 << 20

  /// A check of the working directory's tree by all rules.
  package init() {}

  /// Checks and reports.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    Parallel.prepare(jobs: jobs) { CheckEngine.prepare() }
    let selection = try ruleSelection()
    let start = surroundings.elapsed()
    let request = try TreeRequest(
      paths: stdinPath.map { [$0] } ?? paths, common: common, archive: archive, jobs: jobs,
      sizeLimit: sizeLimit,
      replacesFirstPath: stdinPath != nil, in: surroundings)
    let locations = TreeLocations(request.locations)
    var results: [CheckResult] = []
    for location in request.locations {
      let tree = try request.load(location) { FileInspector(selection: selection, profile: $0) }
      let workspace = tree.workspace
      if common.verbose {
        console.note(
          "\(location.directory): profile \(workspace.profile.name), \(workspace.detection.reason)")
      }
      results.append(
        check(tree, location, selection, FileInspector(selection: selection, profile: workspace.profile))
          .prefixed(locations.prefix(location)))
      // The process ends with the check: taking a large tree apart would only cost time.
      _ = Unmanaged.passRetained(Kept(workspace))
    }
    var result = CheckResult.merged(results)
    result.seconds = surroundings.elapsed() - start
    result.failOn = failOn
    let reporter = Reporter(
      console: console, locations: locations, junitDetailAll: junitDetailAll, surroundings: surroundings)
    if statistics && format == nil {
      try reporter.printStatistics(result)
    } else {
      try reporter.print(result, format ?? .text)
      if statistics && (format == .text || format == .concise) { try reporter.printStatistics(result) }
    }
    for report in reports { try reporter.write(result, report.format, to: report.path) }
    return result.findings.contains { result.fails($0) } ? .findings : .success
  }

  /// Keeps a workspace in memory until the process ends.
  private final class Kept: Sendable {
    private let workspace: Workspace
    init(_ workspace: Workspace) { self.workspace = workspace }
  }

  private func ruleSelection() throws(CommandError) -> RuleSelection {
    do {
      return try RuleSelection(select: select, ignore: ignore, severities: severities)
    } catch {
      throw .unknownRule(error)
    }
  }

  private func check(
    _ tree: LoadedTree, _ location: TreeLocation, _ selection: RuleSelection, _ inspector: FileInspector
  ) -> CheckResult {
    let workspace = tree.workspace
    let engine = CheckEngine(workspace, selection: selection, inspector: inspector)
    let parts = Parallel.map(count: engine.partCount, jobs: jobs, serialBelow: 2) { engine.run(part: $0) }
    var findings = parts.flatMap { $0 }
    for index in tree.findings.indices where !tree.findings[index].isEmpty {
      findings += engine.judged(tree.findings[index], ofFile: index)
    }
    findings = CheckEngine.sorted(findings.filter { location.shows($0.location?.path) })
    return CheckResult(
      profile: workspace.profile.name, profileReason: workspace.detection.reason, findings: findings,
      files: checkedFiles(tree, location, inspector, shownIn: findings), failOn: failOn, seconds: 0)
  }

  /// The files that were read, with the bytes of those that findings point into.
  private func checkedFiles(
    _ tree: LoadedTree, _ location: TreeLocation, _ inspector: FileInspector, shownIn findings: [Finding]
  ) -> [CheckedFile] {
    let rules = TrackedFile.Kind.allCases.map { inspector.ruleNames(for: $0) }
    var needed: Set<String> = []
    for finding in findings {
      if let location = finding.location { needed.insert(location.path) }
      for related in finding.related { needed.insert(related.location.path) }
    }
    return tree.workspace.files.compactMap { file in
      // A file whose findings were not asked for may still be the other half of a contradiction.
      guard location.shows(file.path) || needed.contains(file.path) else { return nil }
      let source = needed.contains(file.path) ? tree.source(of: file) : file.source
      return CheckedFile(
        path: file.path, outcome: file.outcome, source: source, rules: rules[file.kind.rawValue])
    }
  }
}
