import ArgumentParser
import Glibc
import StatusApp
import StatusFileSystem

/// The beginning and the end of the process.
enum Process {
  /// Makes a closed pipe an error of writing rather than the end of the process.
  static func start() { OutputStream.ignoreBrokenPipes() }

  /// Runs a command's work and ends the process with its exit code.
  static func run(_ work: (Surroundings) throws(CommandError) -> StatusApp.ExitCode) throws {
    let code = try work(Surroundings.process())
    Glibc.exit(code.rawValue)
  }

  /// Says what went wrong and ends the process: 2 for a wrong command line, 0 for one that asked for help.
  static func exit(after error: any Error, from command: any ParsableCommand.Type) -> Never {
    if let error = error as? CommandError {
      _ = try? OutputStream.standardError.write(
        "statuslint: error: \(error.message)\n" + (error.hint.map { "  help: \($0)\n" } ?? ""))
      Glibc.exit(error.exitCode.rawValue)
    }
    let message = command.fullMessage(for: error) + "\n"
    guard command.exitCode(for: error) != .success else {
      _ = try? OutputStream.standardOutput.write(message)
      Glibc.exit(0)
    }
    _ = try? OutputStream.standardError.write(message)
    Glibc.exit(StatusApp.ExitCode.usage.rawValue)
  }
}
