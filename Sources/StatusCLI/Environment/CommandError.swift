import StatusFileSystem
import StatusText

/// The reason why a command failed: the message for standard error, and the exit code.
package struct CommandError: Error, Sendable {
  /// The exit code: 2 or 3.
  package let exitCode: ExitCode
  /// What happened, in lower case without a full stop.
  package let message: Message
  /// What to do about it.
  package let hint: Message?

  /// More reasons with the same exit code.
  private(set) var others: [CommandError] = []

  /// The lines for standard error.
  package var text: Message {
    let help: Message = hint.map { "  help: \($0)\n" } ?? ""
    return "statuslint: error: \(message)\n\(help)" + others.map(\.text).joined()
  }

  /// This error, and more reasons with the same exit code.
  func with(_ others: some Sequence<CommandError>) -> CommandError {
    var error = self
    error.others += others
    return error
  }

  /// The command line is wrong.
  package static func usage(_ message: Message, hint: Message? = nil) -> CommandError {
    CommandError(exitCode: .usage, message: message, hint: hint)
  }

  /// A value that an option does not accept; `fault` says why, where the hint alone does not.
  package static func invalidValue(
    _ text: String, for option: String, because fault: Message? = nil, hint: Message
  ) -> CommandError {
    let why: Message = fault.map { ": \($0)" } ?? ""
    return .usage("invalid value \"\(outside: text)\" for \(option)\(why)", hint: hint)
  }

  /// The command line is right, but the work could not be done.
  package static func failure(_ message: Message, hint: Message? = nil) -> CommandError {
    CommandError(exitCode: .failure, message: message, hint: hint)
  }

  /// A file that could not be read or written.
  package static func failure(_ error: FileSystemError) -> CommandError {
    .failure(error.message, hint: error.hint)
  }
}
