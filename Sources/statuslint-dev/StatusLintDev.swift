import ArgumentParser

/// What maintainers of statuslint run.
@main struct StatusLintDev: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statuslint-dev", abstract: "What maintainers of statuslint run.",
    subcommands: [Tree.self, Corpus.self, Fixes.self, Docs.self, Measure.self, Replace.self])
}
