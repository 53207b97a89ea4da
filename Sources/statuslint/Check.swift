import ArgumentParser
import StatusCLI

/// `statuslint check`
struct Check: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: CheckCommand.name, abstract: "Report what is wrong in a specs tree, and correct it.",
    usage: "statuslint check [<options>] [<paths> ...]",
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
        statuslint check specs/ --changed=origin/main...
        statuslint check specs/ --watch
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
      "Exit with 1 for findings of at least this severity: error, warning, info or never. (default: warning)",
      valueName: "severity"),
    completion: .list(FailOnArgument.allCases.map(\.rawValue)))
  var failOn: String?
  @Flag(help: "Make the safe fixes, in all files of a tree or in none.")
  var fix = false
  @Flag(help: "With --fix or --diff: also make fixes that choose between two claims or add a fact.")
  var unsafeFixes = false
  @Flag(help: "Like --fix, but report only the fixes, and exit with 0 even if findings remain.")
  var fixOnly = false
  @Flag(help: "With --fix: show each fix, and ask whether to make it.")
  var interactive = false
  @Flag(help: "Print a patch with the changes of --fix, and write nothing. Exit with 1 if it is not empty.")
  var diff = false
  @Option(
    help: ArgumentHelp(
      "How long to wait for other writers of the tree.", valueName: "seconds"))
  var lockTimeout = SecondsArgument.usualLockTimeout
  @Option(
    help: "Format of standard output: \(ReportArgument.formatList).",
    completion: .list(ReportArgument.formats))
  var format: String?
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Also write a report to a file; can be repeated.", valueName: "format=file"))
  var report: [String] = []
  @Flag(help: "Count the findings of each rule instead of listing them.")
  var statistics = false
  @Option(
    help: ArgumentHelp("Do not count the findings in this file.", valueName: "file"), completion: .file())
  var baseline: String?
  @Flag(help: "Remove findings that are gone from the baseline.")
  var updateBaseline = false
  @Flag(help: "With --update-baseline: also add all findings.")
  var grow = false
  @Flag(help: "Also list the findings that comments in the files suppress.")
  var showSuppressed = false
  @OptionGroup var filter: FormatFilter
  @Flag(help: "Also check the plans and state files of archived tasks.")
  var archive = false
  @Option(
    help: ArgumentHelp(
      """
      Compare the tree with a git revision: also report statuses that no legal steps lead to, and tasks that are gone. \
      With main..., with the last commit that is also in main.
      """, valueName: "rev"))
  var since: String?
  @Option(
    help: ArgumentHelp(
      """
      Show only findings in lines that differ from a git revision: HEAD, or the one after an equals sign, as in \
      --changed=main. With main..., from the last commit that is also in main.
      """, valueName: "rev"))
  var changed: String?
  @Option(help: ArgumentHelp("Number of threads. (default: one per processor)", valueName: "n"))
  var jobs: String?
  @Option(
    help: ArgumentHelp("Check standard input as the content of this file.", valueName: "path"),
    completion: .file())
  var stdinPath: String?
  @Flag(help: "Check again whenever a file changes, until Ctrl-C; write no file.")
  var watch = false
  @Option(
    help: ArgumentHelp("Which rules a JUnit report lists: failing or all.", valueName: "detail"),
    completion: .list(JUnitDetail.allCases.map(\.rawValue)))
  var junitDetail = JUnitDetail.usual.rawValue
  @Option(
    help: ArgumentHelp(
      "Do not read larger files. The size is in bytes, or 512K, 64M, 1G. (default: \(NumberArgument.usualSizeLimit))",
      valueName: "size")
  )
  var sizeLimit: String?

  func command() throws(CommandError) -> any Command {
    try CheckCommand(common.given + given, paths)
  }

  private var given: [GivenOption] {
    filter.given + [
      GivenOption("--select", select), GivenOption("--ignore", ignore), GivenOption("--severity", severity),
      GivenOption("--fail-on", failOn), GivenOption("--fix", fix), GivenOption("--unsafe-fixes", unsafeFixes),
      GivenOption("--fix-only", fixOnly), GivenOption("--interactive", interactive),
      GivenOption("--diff", diff),
      GivenOption("--lock-timeout", lockTimeout), GivenOption("--format", format),
      GivenOption("--report", report), GivenOption("--statistics", statistics),
      GivenOption("--baseline", baseline), GivenOption("--update-baseline", updateBaseline),
      GivenOption("--grow", grow), GivenOption("--show-suppressed", showSuppressed),
      GivenOption("--archive", archive),
      GivenOption("--since", since), GivenOption("--changed", changed),
      GivenOption("--jobs", jobs),
      GivenOption("--stdin-path", stdinPath), GivenOption("--watch", watch),
      GivenOption("--junit-detail", junitDetail), GivenOption("--size-limit", sizeLimit),
    ]
  }
}
