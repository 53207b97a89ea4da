import ArgumentParser

/// What maintainers of statuslint run.
@main struct StatusLintDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statuslint-dev", abstract: "What maintainers of statuslint run.",
    subcommands: [Tree.self, Measure.self])
}
