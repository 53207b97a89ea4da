import ArgumentParser
import StatusApp
import Subprocess
import SystemPackage

/// `statuslint-dev corpus`: runs the built program over the corpus.
struct Corpus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the built program over the cases of the corpus.",
    discussion: """
      Recording rewrites findings.txt and still fails: read the difference, then run again.
      """)

  @Option(help: "The program to run.")
  var program: String
  @Option(help: "Write a JUnit report to this file.")
  var report: String?
  @Flag(help: "Write what the program finds into each case's findings.txt.")
  var record = false
  @Argument(help: "Cases, or directories that hold some.", completion: .directory)
  var paths: [String] = ["Corpus"]

  func run() async throws {
    let scratch = try CorpusScratch()
    defer { scratch.remove() }
    let program = try FilePath(CorpusScratch.absolutePath(program))
    let runner = CorpusRunner(scratch: scratch.path) { arguments, variables, directory in
      var environment: [Environment.Key: String?] = [:]
      for (name, value) in variables { environment[Environment.Key(stringLiteral: name)] = value }
      let result = try await Subprocess.run(
        .path(program), arguments: Arguments(arguments), environment: .inherit.updating(environment),
        workingDirectory: FilePath(directory), output: .bytes(limit: 1 << 26), error: .string(limit: 1 << 16))
      var exitCode: Int32?
      if case .exited(let code) = result.terminationStatus { exitCode = code }
      return CorpusRunner.Run(
        output: result.standardOutput, errors: result.standardError, exitCode: exitCode)
    }
    let summary = try await CorpusSession(runner: runner, isRecording: record).run(paths, report: report)
    print(summary.text)
    if !summary.passed { throw ExitCode.failure }
  }
}
