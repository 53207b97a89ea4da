import StatusFileSystem
import StatusModel
import StatusText

extension CommandError {
  /// The error for a first argument that is not a command: an option, a misspelling, or a path to check.
  package static func unknownCommand(_ argument: String) -> CommandError {
    let commands = CommandList.names
    let shown: Message = "\(outside: argument)"
    if argument.hasPrefix("-") {
      if let guess = EditDistance.closest(to: argument, among: ["--help", "--version"]) {
        return .usage("unknown option \"\(shown)\"", hint: "did you mean `statuslint \(guess)`?")
      }
      return .usage(
        "missing command before \"\(shown)\"",
        hint: "options follow the command: `statuslint check \(shown)`")
    }
    let message: Message = "unknown command \"\(shown)\""
    if let guess = EditDistance.closest(to: argument, among: commands) {
      return .usage(
        message, hint: "did you mean `statuslint \(guess)`? `statuslint --help` lists all commands")
    }
    if (try? PosixFileSystem().status(argument, at: nil, followingLinks: true)) != nil {
      return .usage(message, hint: "to check this path: `statuslint check \(shown)`")
    }
    return .usage(
      message, hint: "use one of \(commands.joined(separator: ", ")); `statuslint --help` describes them")
  }
}
