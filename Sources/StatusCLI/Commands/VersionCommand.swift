/// `statuslint version`: one line.
package struct VersionCommand: Command {
  package static let name = "version"
  package static let options: [CommandOption<VersionCommand>] = []
  package static let argumentCounts = 0...0

  /// The options that every other command has.
  package var common = CommonOptions()

  /// The command, which takes no arguments.
  package init(arguments: [String] = []) {}

  /// Prints the version.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try Console(surroundings: surroundings, common: common).print("statuslint \(Version.current)")
    return .success
  }
}
