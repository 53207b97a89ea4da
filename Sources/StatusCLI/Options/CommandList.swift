/// All commands.
package enum CommandList {
  private static let all: [any Command.Type] = [
    CheckCommand.self, UpdateCommand.self, BeginCommand.self, FinishCommand.self, ResumeCommand.self,
    ShowCommand.self, HistoryCommand.self, LogCommand.self, OutlineCommand.self, RulesCommand.self,
    ExplainCommand.self,
    RecoverCommand.self, InitCommand.self, ConfigCommand.self, HookCommand.self, SchemaCommand.self,
    VersionCommand.self,
  ]

  /// Their names.
  package static var names: [String] { all.map { $0.name } }

  /// The command that a command line names, with its options; nil where only the argument parser can read it.
  package static func command(plainly arguments: [String]) throws(CommandError) -> (any Command)? {
    try type(arguments)?.init(plainly: arguments.dropFirst())
  }

  /// A command line as the argument parser reads it: an option that needs no text has its usual one.
  package static func spelledOut(_ arguments: [String]) -> [String] {
    type(arguments)?.spelledOut(arguments) ?? arguments
  }

  private static func type(_ arguments: [String]) -> (any Command.Type)? {
    all.first { $0.name == arguments.first }
  }
}
