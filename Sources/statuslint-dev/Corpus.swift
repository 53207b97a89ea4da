import ArgumentParser
import StatusCLI
import StatusDevTools

/// `statuslint-dev corpus`: runs the built program over the corpus.
struct Corpus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the built program over the cases of the corpus.",
    discussion: """
      --record rewrites what each case expects, and always fails: read the difference, then run again without it.
      """)

  @Option(help: "The program to test.")
  var program: String
  @Option(help: "Write a JUnit report to this file.")
  var report: String?
  @Flag(help: "Write the findings and fixes of the program to each case.")
  var record = false
  @Argument(help: "Cases, or directories that contain some.", completion: .directory)
  var paths: [String] = ["Corpus"]

  func run() async throws {
    let scratch = try CorpusScratch()
    defer { scratch.remove() }
    let runner = CorpusRunner(scratch: scratch.path, program: try ToolRunner(program).run)
    let summary = try await CorpusSession(runner: runner, isRecording: record).run(paths, report: report)
    print(summary.text)
    if !summary.passed { throw ExitCode.failure }
  }
}
