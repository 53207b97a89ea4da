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
      """)

  @OptionGroup var common: Common
  @Argument(help: "The number of the task.")
  var task: String?
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = ListFormat.usual.rawValue

  func command() throws(CommandError) -> any Command {
    try ShowCommand(common.given + [GivenOption("--format", format)], task.map { [$0] } ?? [])
  }
}
