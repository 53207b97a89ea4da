/// The reason why a command failed: the message for standard error, and the exit code.
package struct CommandError: Error, Sendable {
  /// The exit code: 2 or 3.
  package let exitCode: ExitCode
  /// What happened, in lower case without a full stop.
  package let message: String
  /// What to do about it.
  package let hint: String?

  /// The lines for standard error.
  package var text: String {
    "statuslint: error: \(message)\n" + (hint.map { "  help: \($0)\n" } ?? "")
  }

  /// The command line is wrong.
  package static func usage(_ message: String, hint: String? = nil) -> CommandError {
    CommandError(exitCode: .usage, message: message, hint: hint)
  }

  /// A value that an option does not accept; `fault` says why, where the hint alone does not.
  package static func invalidValue(
    _ text: String, for option: String, because fault: String? = nil, hint: String
  ) -> CommandError {
    let why = fault.map { ": \(ShownText.shown($0))" } ?? ""
    return .usage("invalid value \"\(ShownText.shown(text))\" for \(option)\(why)", hint: hint)
  }

  /// The command line is right, but the work could not be done.
  package static func failure(_ message: String, hint: String? = nil) -> CommandError {
    CommandError(exitCode: .failure, message: message, hint: hint)
  }
}
