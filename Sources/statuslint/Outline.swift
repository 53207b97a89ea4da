import ArgumentParser
import StatusCLI

/// `statuslint outline`
struct Outline: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: OutlineCommand.name, abstract: "Show the blocks of a Markdown, JSON or YAML file.",
    usage: "statuslint outline [<options>] <file>",
    discussion: """
      Use it to see why a heading is not a task. Lines and nesting follow CommonMark.

      Examples:
        statuslint outline specs/TODO.md
        statuslint outline specs/221_slug/plans/implementation-001.md --format json
      """)

  @OptionGroup var common: Output
  @Argument(help: "The file; - for Markdown on standard input.", completion: .file())
  var file: String
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = ListFormat.usual.rawValue

  func command() throws(CommandError) -> any Command {
    try OutlineCommand(common.given + [GivenOption("--format", format)], [file])
  }
}
