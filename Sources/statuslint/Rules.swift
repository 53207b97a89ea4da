import ArgumentParser
import StatusApp

/// `statuslint rules`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List every rule, with its severity and its fix.",
    usage: "statuslint rules [<options>]")

  @OptionGroup var common: Output
  @OptionGroup var profile: ProfileChoice
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = "text"

  func run() throws {
    let command = RulesCommand(
      common: try profile.options(common), asJSON: try Choice.read(format, for: "--format") == ListFormat.json
    )
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
