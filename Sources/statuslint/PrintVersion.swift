import ArgumentParser
import StatusCLI

/// `statuslint version`
struct PrintVersion: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: VersionCommand.name, abstract: "Print the version of statuslint.",
    usage: "statuslint version")

  func command() throws(CommandError) -> any Command {
    VersionCommand()
  }
}
