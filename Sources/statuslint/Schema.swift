import ArgumentParser
import StatusCLI

/// `statuslint schema`
struct Schema: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: SchemaCommand.name, abstract: "Print a JSON Schema.",
    usage: "statuslint schema [<options>] <name>",
    discussion: """
      Examples:
        statuslint schema configuration > statuslint.schema.json
      """)

  @OptionGroup var common: Output
  @Argument(
    help: "The name of the schema: report, return, executor-return, configuration, history or show.",
    completion: .list(SchemaCommand.Name.allCases.map(\.rawValue)))
  var name: String

  func command() throws(CommandError) -> any Command { try SchemaCommand(common.given, [name]) }
}
