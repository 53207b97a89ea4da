import ArgumentParser
import Glibc
import StatusApp
import StatusFileSystem

/// The beginning and the end of the process.
enum Process {
  /// Makes a closed pipe an error of writing rather than the end of the process, and closed streams harmless.
  static func start() {
    StandardStreams.occupyClosed()
    OutputStream.ignoreBrokenPipes()
  }

  /// What stands behind the program's name. `CommandLine.arguments` would lose the bytes of file names that are
  /// no UTF-8.
  static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { FileName.decode(cString: $0) }
    }
  }

  /// Runs a command's work and ends the process with its exit code.
  static func run(_ work: (Surroundings) throws(CommandError) -> StatusApp.ExitCode) throws {
    let code = try work(Surroundings.process())
    Glibc.exit(code.rawValue)
  }

  /// Says what went wrong and ends the process: 2 for a wrong command line, 0 for one that asked for help.
  static func exit(after error: any Error, from command: any ParsableCommand.Type) -> Never {
    if let error = error as? CommandError {
      _ = try? OutputStream.standardError.write(error.text)
      Glibc.exit(error.exitCode.rawValue)
    }
    let message = command.fullMessage(for: error)
    guard command.exitCode(for: error) != .success else {
      do {
        try OutputStream.standardOutput.write(UsageText.help(message))
      } catch {
        exit(after: CommandError.failure(error.message, hint: error.hint), from: command)
      }
      Glibc.exit(0)
    }
    _ = try? OutputStream.standardError.write(UsageText.error(message, arguments: arguments))
    Glibc.exit(StatusApp.ExitCode.usage.rawValue)
  }
}
