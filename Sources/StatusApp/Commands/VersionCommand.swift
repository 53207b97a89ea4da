/// `statuslint version`: one line.
package struct VersionCommand: Sendable {
  /// The command.
  package init() {}

  /// Prints the version.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try Console(surroundings: surroundings, common: CommonOptions()).print("statuslint \(Version.current)")
    return .success
  }
}
