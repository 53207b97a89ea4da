import ArgumentParser
import StatusCLI

/// `statuslint resume`
struct Resume: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: ResumeCommand.name, abstract: "Say where an interrupted implementation continues.",
    usage: "statuslint resume [<options>] <task>",
    discussion: """
      This command writes nothing. If the implementation cannot continue, it says why and exits with 1.

      Example:
        statuslint resume 221 --format json
      """)

  @OptionGroup var common: Common
  @Argument(help: "The number of the task.")
  var task: String
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = ListFormat.usual.rawValue

  func command() throws(CommandError) -> any Command {
    try ResumeCommand(common.given + [GivenOption("--format", format)], [task])
  }
}
