import ArgumentParser
import StatusApp

/// `statuslint check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong in a specs tree, and correct it.",
    discussion: """
      Without a path, the tree in or above the working directory is checked. A file's path narrows what is shown, \
      not what is read: contradictions take two files.

      Examples:
        statuslint check specs/
        statuslint check specs/ --select markers --select timestamp-order
        statuslint check specs/ --ignore artifacts --severity skipped-phase=error
        statuslint check specs/ --format json --fail-on error
        statuslint check specs/ --report junit=build/statuslint.xml
        statuslint check specs/ --diff | less
        statuslint check specs/ --fix
        git show HEAD:specs/TODO.md | statuslint check --stdin-path specs/TODO.md
      """)

  @OptionGroup var common: Common
  @Argument(
    help: "Specs trees, directories that hold one, or files in one.", completion: .file())
  var paths: [String] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Check only these: rules, families or all, with commas between them.", valueName: "rule"))
  var select: [String] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Do not check these: rules or families, with commas between them.", valueName: "rule"))
  var ignore: [String] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Give a rule or family a severity: off, info, warning or error.", valueName: "rule=level"))
  var severity: [String] = []
  @Option(
    help: ArgumentHelp(
      "Findings from this severity on make the exit code 1: error, warning, info or never.",
      valueName: "severity"),
    completion: .list(FailOnArgument.allCases.map(\.rawValue)))
  var failOn = "warning"
  @Flag(help: "Correct what has one certain correction: all files of a tree in one step, or none.")
  var fix = false
  @Flag(help: "With --fix or --diff: also corrections that choose between two claims or add a fact.")
  var unsafeFixes = false
  @Flag(help: "Correct as --fix does, report only that, and end with 0 whatever else is wrong.")
  var fixOnly = false
  @Flag(help: "Print what --fix would change as a patch, and write nothing; 1 when there is any.")
  var diff = false
  @Option(
    help: ArgumentHelp(
      "How long to wait for others who are writing in the tree.", valueName: "seconds"))
  var lockTimeout = "10"
  @Option(
    help: "Format of standard output: text, concise, json or junit.",
    completion: .list(ReportArgument.formats))
  var format: String?
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Write a report to a file, too; for several, repeat it.", valueName: "format=file"))
  var report: [String] = []
  @Flag(help: "Count the findings of each rule instead of listing them.")
  var statistics = false
  @Flag(help: "Judge the plans and state files of the archive too.")
  var archive = false
  @Option(help: ArgumentHelp("Number of threads; by default one a processor.", valueName: "n"))
  var jobs: String?
  @Option(
    help: ArgumentHelp("Judge standard input as this file of a tree on disk.", valueName: "path"),
    completion: .file())
  var stdinPath: String?
  @Option(
    help: ArgumentHelp("Rules that a junit report lists: failing or all.", valueName: "detail"),
    completion: .list(JUnitDetail.allCases.map(\.rawValue)))
  var junitDetail = "failing"
  @Option(help: ArgumentHelp("Do not read larger files: in bytes, or as 512K, 64M, 1G.", valueName: "size"))
  var sizeLimit = "64M"

  func validate() throws {
    if stdinPath != nil && !paths.isEmpty {
      throw ValidationError("--stdin-path takes the place of the paths; give one or the other")
    }
  }

  func run() throws {
    var command = CheckCommand()
    command.common = try common.options()
    command.paths = paths
    command.select = select.flatMap(Self.names)
    command.ignore = ignore.flatMap(Self.names)
    command.severities = try SeverityArgument.read(severity)
    let threshold: FailOnArgument = try Choice.read(failOn, for: "--fail-on")
    command.failOn = threshold.severity
    command.format = try format.map { try Choice.read($0, for: "--format") }
    command.reports = try report.map { try ReportArgument.read($0) }
    command.statistics = statistics
    command.archive = archive
    command.jobs = try jobs.map { try NumberArgument.threads($0) }
    command.stdinPath = stdinPath
    command.junitDetailAll = try Choice.read(junitDetail, for: "--junit-detail") == JUnitDetail.all
    command.sizeLimit = try NumberArgument.size(sizeLimit)
    command.fixing = try FixingArgument.read(
      fix: fix, unsafeFixes: unsafeFixes, fixOnly: fixOnly, diff: diff)
    command.lockTimeout = try SecondsArgument.read(lockTimeout, for: "--lock-timeout")
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }

  private static func names(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }
}
