import ArgumentParser
import Glibc
import StatusCLI

/// The end of the process.
extension StatusLint {
  /// Runs a command and ends the process with its exit code.
  static func run(_ command: any Command) throws(CommandError) -> Never {
    let surroundings = try Surroundings.process()
    let code = try command.run(in: surroundings)
    // What the command leaves stays in memory: taking a large tree apart would only cost time.
    withExtendedLifetime(surroundings) { Glibc.exit(code.rawValue) }
  }

  /// Prints the error and ends the process: with 2 after a wrong command line, with 0 after a request for help.
  static func end(after error: any Error) -> Never {
    if let error = error as? CommandError {
      ProcessStreams.complain(error.text)
      Glibc.exit(isHook ? 0 : error.exitCode.rawValue)
    }
    let message = fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      do {
        try ProcessStreams.print(UsageText.help(message))
      } catch {
        end(after: error)
      }
      Glibc.exit(0)
    }
    ProcessStreams.complain(UsageText.error(message, arguments: ProcessStreams.arguments))
    Glibc.exit(isHook ? 0 : StatusCLI.ExitCode.usage.rawValue)
  }

  /// Whether an agent is waiting, which would take 2 for a refusal of all that it does.
  private static var isHook: Bool { ProcessStreams.arguments.first == HookCommand.name }
}
