import ArgumentParser
import StatusApp

/// `statuslint check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report what is wrong in a specs tree, and correct it.",
    discussion: """
      Without a path, check uses the tree in or above the working directory. The path of a file limits which findings \
      are shown, not which files are read, because a contradiction takes two files.

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
    help: "Specs trees, directories that contain one, or files in one.", completion: .file())
  var paths: [String] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Check only these rules or families, separated by commas, or all.", valueName: "rule"),
    completion: .custom { _, _, _ in CompletedNames.selections })
  var select: [String] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Do not check these rules or families, separated by commas.", valueName: "rule"),
    completion: .custom { _, _, _ in CompletedNames.rulesAndFamilies })
  var ignore: [String] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Set the severity of a rule or family: off, info, warning or error.", valueName: "rule=level"),
    completion: .custom { _, _, _ in CompletedNames.rulesAndFamilies.map { $0 + "=" } })
  var severity: [String] = []
  @Option(
    help: ArgumentHelp(
      "Exit with 1 for findings of at least this severity: error, warning, info or never.",
      valueName: "severity"),
    completion: .list(FailOnArgument.allCases.map(\.rawValue)))
  var failOn = "warning"
  @Flag(help: "Make the safe fixes, in all files of a tree or in none.")
  var fix = false
  @Flag(help: "With --fix or --diff: also make fixes that choose between two claims or add a fact.")
  var unsafeFixes = false
  @Flag(help: "Like --fix, but report only the fixes, and exit with 0 even if findings remain.")
  var fixOnly = false
  @Flag(help: "Print a patch with the changes of --fix, and write nothing. Exit with 1 if it is not empty.")
  var diff = false
  @Option(
    help: ArgumentHelp(
      "How long to wait for other writers of the tree.", valueName: "seconds"))
  var lockTimeout = "10"
  @Option(
    help: "Format of standard output: text, concise, json or junit.",
    completion: .list(ReportArgument.formats))
  var format: String?
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Also write a report to a file; can be repeated.", valueName: "format=file"))
  var report: [String] = []
  @Flag(help: "Count the findings of each rule instead of listing them.")
  var statistics = false
  @Flag(help: "Also check the plans and state files of archived tasks.")
  var archive = false
  @Option(help: ArgumentHelp("Number of threads. (default: one per processor)", valueName: "n"))
  var jobs: String?
  @Option(
    help: ArgumentHelp("Check standard input as the content of this file.", valueName: "path"),
    completion: .file())
  var stdinPath: String?
  @Option(
    help: ArgumentHelp("Which rules a JUnit report lists: failing or all.", valueName: "detail"),
    completion: .list(JUnitDetail.allCases.map(\.rawValue)))
  var junitDetail = "failing"
  @Option(
    help: ArgumentHelp("Do not read larger files. The size is in bytes, or 512K, 64M, 1G.", valueName: "size")
  )
  var sizeLimit = "64M"

  func validate() throws {
    if stdinPath != nil && !paths.isEmpty {
      throw ValidationError("--stdin-path and paths cannot be combined; give one or the other")
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
