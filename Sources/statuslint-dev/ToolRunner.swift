import StatusCLI
import StatusDevTools
import Subprocess
import SystemPackage

/// Runs the program under test, and git, with additional environment variables.
struct ToolRunner: Sendable {
  private let program: FilePath

  /// Runs the program at `path`.
  init(_ path: String) throws { program = try FilePath(CorpusScratch.absolutePath(path)) }

  /// Runs `tool` in `directory`, with `variables` in addition to the environment of this process.
  func run(
    _ tool: CorpusRunner.Tool, _ arguments: [String], _ variables: [String: String], _ directory: String
  ) async throws -> CorpusRunner.Run {
    var environment: [Environment.Key: String?] = [:]
    for (name, value) in variables { environment[Environment.Key(stringLiteral: name)] = value }
    let result = try await Subprocess.run(
      tool == .git ? .name("git") : .path(program), arguments: Arguments(arguments),
      environment: .inherit.updating(environment), workingDirectory: FilePath(directory),
      output: .bytes(limit: 1 << 26), error: .string(limit: 1 << 20))
    var exitCode: Int32?
    if case .exited(let code) = result.terminationStatus { exitCode = code }
    return CorpusRunner.Run(output: result.standardOutput, errors: result.standardError, exitCode: exitCode)
  }
}
