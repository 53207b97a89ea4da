import ArgumentParser
import StatusCLI

/// `statuslint show`
struct Show: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: ShowCommand.name, abstract: "Show a tree, or one task, as statuslint understands it.",
    usage: "statuslint show [<options>] [<task>]",
    discussion: """
      Examples:
        statuslint show                     every task, and its status in each file
        statuslint show 221                 all details of one task
        statuslint show 221 --format json   the same, for programs
        statuslint show add-login/1.2       the same for a task of another format
        statuslint show --board             the tasks by status
        statuslint show --format html       a page with a board and a timeline
      """)

  @OptionGroup var common: Common
  @Argument(help: "The number of the task, or an id of another format (add-login/1.2).")
  var task: String?
  @Option(
    help: "Format: text, json or html.", completion: .list(ShowCommand.Format.allCases.map(\.rawValue)))
  var format = ShowCommand.Format.usual.rawValue
  @OptionGroup var filter: FormatFilter
  @Flag(help: "Show all tasks by status, and how many of their phases are done.")
  var board = false

  func command() throws(CommandError) -> any Command {
    try ShowCommand(
      common.given + filter.given + [
        GivenOption("--format", format), GivenOption("--board", board),
      ], task.map { [$0] } ?? []
    )
  }
}
