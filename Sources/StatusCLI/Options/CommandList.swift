/// All commands.
package enum CommandList {
  private static let all: [any Command.Type] = [
    CheckCommand.self, UpdateCommand.self, BeginCommand.self, FinishCommand.self, ResumeCommand.self,
    ShowCommand.self, OutlineCommand.self, RulesCommand.self, ExplainCommand.self, RecoverCommand.self,
    VersionCommand.self,
  ]

  /// Their names.
  package static var names: [String] { all.map { $0.name } }

  /// The command that a command line names, with its options; nil where only the argument parser can read it.
  package static func command(plainly arguments: [String]) throws(CommandError) -> (any Command)? {
    guard let type = all.first(where: { $0.name == arguments.first }) else { return nil }
    return try type.init(plainly: arguments.dropFirst())
  }
}
