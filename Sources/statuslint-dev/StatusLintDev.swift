import ArgumentParser

/// Tools for maintainers of statuslint.
@main struct StatusLintDev: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statuslint-dev", abstract: "Tools for maintainers of statuslint.",
    subcommands: [
      Tree.self, Corpus.self, Fixes.self, Docs.self, Measure.self, Revise.self, Watch.self, Replace.self,
    ])
}
