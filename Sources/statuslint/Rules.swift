import ArgumentParser
import StatusCLI

/// `statuslint rules`
struct Rules: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: RulesCommand.name, abstract: "List every rule, with its severity and its fix.",
    usage: "statuslint rules [<options>]")

  @OptionGroup var common: Output
  @OptionGroup var profile: ProfileChoice
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = ListFormat.usual.rawValue

  func command() throws(CommandError) -> any Command {
    try RulesCommand(common.given + profile.given + [GivenOption("--format", format)])
  }
}
