import ArgumentParser
import StatusApp

/// `statuslint explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Describe a rule, with an example, or list the rules of a family.",
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

  func run() throws {
    let command = ExplainCommand(common: try profile.options(common), rule: rule)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
