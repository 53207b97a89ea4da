import StatusCommit
import StatusConfiguration
import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusModel
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
  let paths: [String]
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
  /// Whether to check again whenever a file changes.
  var isWatching = false
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
    if isWatching { try refuseOptionsForOneCheck() }
    if fixing?.action == .show && (format != nil || statistics) {
      throw .usage(
        "--diff prints only a patch",
        hint: "leave out --format and --statistics; --report FORMAT=FILE also writes a report")
    }
    if fixFlags.interactive { try FixPrompt.requireTerminal(in: surroundings) }
    // git takes longer to start than it takes to find out where the trees are.
    let begun = repositoryInWorkingDirectory(surroundings)
    Parallel.prepare(jobs: jobs) { CheckEngine.prepare() }
    let former = since.flatMap { since in
      begun.map { RevisionAhead(since, in: $0, roots: SpecsRoot.usualPaths) }
    }
    if isWatching {
      var watch = try CheckWatch(self, in: surroundings)
      return try watch.run()
    }
    let pass = try CheckPass(self, fixing: fixing, former: former, in: surroundings)
    try pass.report()
    let console = Console(surroundings: surroundings, common: common)
    if let failure = pass.run.failure { return try end(failure, after: pass.run.committed, console) }
    return pass.exitCode
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

  /// Where the revision to compare with usually is; nil if it has to be found out where, or there is none.
  private func repositoryInWorkingDirectory(_ surroundings: Surroundings) -> BegunRepository? {
    guard since != nil, paths.isEmpty, common.root == nil, !isWatching,
      let git = try? GitProgram(surroundings.variable)
    else { return nil }
    return try? BegunRepository(around: surroundings.workingDirectory, git)
  }

  /// Whether the tree is compared with what it was.
  var comparesStates: Bool { since != nil || stdinPath != nil }

  /// What the options say that a configuration can say, too.
  var commandLine: ConfigurationLayer { common.commandLine.merged(with: settings) }
}
