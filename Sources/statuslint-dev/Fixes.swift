import ArgumentParser
import StatusCLI
import StatusDevTools

/// `statuslint-dev fixes`: tests --fix on copies of specs trees.
struct Fixes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fix copies of specs trees, and check the properties that every fix must keep.",
    discussion: """
      A second --fix must change nothing, git must be able to apply --diff with the same result, and CR LF line endings \
      must make no difference. The trees themselves are not changed.
      """)

  @Option(help: "The program to test.")
  var program: String
  @Argument(help: "Specs trees, or directories that contain some.", completion: .directory)
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
