import ArgumentParser
import StatusApp

/// `statuslint explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Describe a rule: what it finds, why it matters, and an example.",
    usage: "statuslint explain [<options>] <rule>",
    discussion: """
      Example:
        statuslint explain timestamp-order
      """)

  @OptionGroup var common: Common
  @Argument(
    help: "The name of the rule; `statuslint rules` lists them.",
    completion: .custom { _, _, _ in ExplainCommand.ruleNames })
  var rule: String

  func run() throws {
    let command = ExplainCommand(common: try common.options(), rule: rule)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
