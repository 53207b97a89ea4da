/// Why a command could not do what it was asked: the message for standard error, and the exit code.
package struct CommandError: Error, Sendable {
  /// The exit code: 2 or 3.
  package let exitCode: ExitCode
  /// What happened, in lower case without a full stop.
  package let message: String
  /// What to do about it.
  package let hint: String?

  /// As standard error shows it, with the line ends.
  package var text: String {
    "statuslint: error: \(message)\n" + (hint.map { "  help: \($0)\n" } ?? "")
  }

  /// The request itself is wrong.
  package static func usage(_ message: String, hint: String? = nil) -> CommandError {
    CommandError(exitCode: .usage, message: message, hint: hint)
  }

  /// The request is right, but the world was in the way.
  package static func failure(_ message: String, hint: String? = nil) -> CommandError {
    CommandError(exitCode: .failure, message: message, hint: hint)
  }
}
