import StatusFileSystem
import StatusModel

extension CommandError {
  /// The error for a first argument that is no command's name: an option in its place, a misspelling, or the path
  /// of what was meant to be checked. `commands` are the names that there are.
  package static func unknownCommand(_ argument: String, commands: [String]) -> CommandError {
    let shown = ShownText.shown(argument)
    if argument.hasPrefix("-") {
      return .usage(
        "missing command before \"\(shown)\"",
        hint: "options follow the command: `statuslint check \(shown)`")
    }
    let message = "there is no command \"\(shown)\""
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
