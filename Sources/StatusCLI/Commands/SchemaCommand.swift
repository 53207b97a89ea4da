import StatusConfiguration

/// `statuslint schema`: a JSON Schema that the program has built in.
package struct SchemaCommand: Command {
  /// The schemas.
  package enum Name: String, CaseIterable, Sendable {
    case report
    case `return`
    case executorReturn = "executor-return"
    case configuration
    case history
    case show
  }

  package static let name = "schema"
  package static let argumentCounts = 1...1
  package static var options: [CommandOption<SchemaCommand>] { outputOptions }

  package var common = CommonOptions()
  private let schema: Name

  /// The schema with a name.
  package init(arguments: [String]) throws(CommandError) {
    schema = try Choice.read(arguments[0], for: "the schema")
  }

  /// Prints the schema.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    try console.print(bytes, as: .json)
    return .success
  }

  private var bytes: [UInt8] {
    switch schema {
    case .report: Array(Self.report.utf8)
    case .return: Array(Self.return.utf8)
    case .executorReturn: Array(Self.executorReturn.utf8)
    case .configuration: ConfigurationSchema(ConfigurationKeys(.current)).bytes
    case .history: Array(Self.history.utf8)
    case .show: Array(Self.show.utf8)
    }
  }
}
