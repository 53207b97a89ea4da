import ArgumentParser
import StatusCLI

/// `statuslint explain`
struct Explain: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: ExplainCommand.name,
    abstract: "Describe a rule, with an example, or list the rules of a family.",
    usage: "statuslint explain [<options>] <rule>",
    discussion: """
      Examples:
        statuslint explain timestamp-order
        statuslint explain markers
      """)

  @OptionGroup var common: Output
  @OptionGroup var profile: ProfileChoice
  @Argument(
    help: "The name of a rule or a family; `statuslint rules` lists them.",
    completion: .custom { _, _, _ in CompletedNames.rulesAndFamilies })
  var rule: String

  func command() throws(CommandError) -> any Command {
    try ExplainCommand(common.given + profile.given, [rule])
  }
}
