import ArgumentParser
import StatusCLI

/// `statuslint history`
struct History: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: HistoryCommand.name,
    abstract: "Show what git knows of tasks: every transition, and which were not legal.",
    usage: "statuslint history [<options>] [<task>]",
    discussion: """
      Examples:
        statuslint history                     every transition, oldest first
        statuslint history 221                 those of one task and its phases
        statuslint history add-login/1.2       those of a task of another format
        statuslint history --illegal           only what was not legal
        statuslint history --since v1.0        what happened after a revision
        statuslint history --drift             when two files disagreed
        statuslint history --summary           counts by month, times by status
        statuslint history --format jsonl      one JSON object a line
        statuslint history --format html       a page for a browser
      """)

  @OptionGroup var common: Common
  @Argument(help: "The number of the task, or an id of another format (add-login/1.2).")
  var task: String?
  @Option(help: ArgumentHelp("Begin after this revision.", valueName: "rev"))
  var since: String?
  @Option(help: ArgumentHelp("End with this revision, instead of HEAD.", valueName: "rev"))
  var until: String?
  @Flag(help: "Show only what was not legal; exit with 1 if there is any.")
  var illegal = false
  @Flag(help: "Show the times in which files disagreed about a task.")
  var drift = false
  @Flag(help: "Count transitions by month, and how long tasks stay in a status.")
  var summary = false
  @Option(
    help: "Format: text, json, jsonl or html.",
    completion: .list(HistoryCommand.Format.allCases.map(\.rawValue)))
  var format = HistoryCommand.Format.usual.rawValue
  @OptionGroup var filter: FormatFilter

  func command() throws(CommandError) -> any Command {
    try HistoryCommand(
      common.given + filter.given + [
        GivenOption("--since", since), GivenOption("--until", until), GivenOption("--illegal", illegal),
        GivenOption("--drift", drift), GivenOption("--summary", summary), GivenOption("--format", format),
      ], task.map { [$0] } ?? [])
  }
}
