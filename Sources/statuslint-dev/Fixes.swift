import ArgumentParser
import StatusApp
import StatusDevTools

/// `statuslint-dev fixes`: tries --fix on copies of specs trees.
struct Fixes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fix copies of specs trees, and see that everything is kept that a fix has to keep.",
    discussion: """
      A second --fix finds nothing to do, --diff applied by git gives the same files, and with CR LF line ends it is \
      no different. The trees themselves are only read.
      """)

  @Option(help: "The program to run.")
  var program: String
  @Argument(help: "Specs trees, or directories that hold some.", completion: .directory)
  var directories: [String]

  func run() async throws {
    let scratch = try CorpusScratch()
    defer { scratch.remove() }
    let runner = CorpusRunner(scratch: scratch.path, program: try ToolRunner(program).run)
    let summary = try await FixSession(runner: runner).run(directories)
    print(summary.text)
    if !summary.passed { throw ExitCode.failure }
  }
}
