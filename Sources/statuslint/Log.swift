import ArgumentParser
import StatusCLI

/// `statuslint log`
struct Log: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: LogCommand.name, abstract: "Sum up what updates have recorded with --log.",
    usage: "statuslint log [<options>] <file>",
    discussion: """
      Shows how many updates of each command were done or refused, why, which took longest, and in which sessions. Lines \
      that are not entries of a log are counted and named; the exit code is then 1.

      Examples:
        statuslint log updates.jsonl
        statuslint log updates.jsonl --format json
      """)

  @OptionGroup var common: Output
  @Argument(help: "The log; - for standard input.", completion: .file())
  var file: String
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = ListFormat.usual.rawValue

  func command() throws(CommandError) -> any Command {
    try LogCommand(common.given + [GivenOption("--format", format)], [file])
  }
}
