import ArgumentParser
import StatusCLI

/// `statuslint config`
struct Config: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: ConfigCommand.name,
    abstract: "Show the settings in force, and where each comes from.",
    usage: "statuslint config [<options>]",
    discussion: """
      Examples:
        statuslint config
        statuslint config --check           look for mistakes only
        statuslint config --format json
      """)

  @OptionGroup var common: Common
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = ListFormat.usual.rawValue
  @Flag(help: "Look for mistakes in the configuration, and print no settings.")
  var check = false

  func command() throws(CommandError) -> any Command {
    try ConfigCommand(common.given + [GivenOption("--format", format), GivenOption("--check", check)])
  }
}
