import ArgumentParser
import StatusApp

/// `statuslint rules`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List every rule, with its severity and its fix.",
    usage: "statuslint rules [<options>]")

  @OptionGroup var common: Common
  @Option(help: "Format: text or json.")
  var format = ListFormat.text

  func run() throws {
    let command = RulesCommand(common: common.options, asJSON: format == .json)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
