import StatusFileSystem
import StatusModel

extension CommandError {
  /// The error for a first argument that is no command's name: an option in its place, a misspelling, or the path
  /// of what was meant to be checked. `commands` are the names that there are.
  package static func unknownCommand(_ argument: String, commands: [String]) -> CommandError {
    let shown = ShownText.shown(argument)
    if argument.hasPrefix("-") {
      return .usage(
        "the command is missing before \"\(shown)\"",
        hint: "options stand behind it: `statuslint check \(shown)`")
    }
    let message = "there is no command \"\(shown)\""
    if let guess = EditDistance.closest(to: argument, among: commands) {
      return .usage(message, hint: "did you mean `statuslint \(guess)`? `statuslint --help` lists them all")
    }
    if (try? PosixFileSystem().status(argument, at: nil, followingLinks: true)) != nil {
      return .usage(message, hint: "to check that path: `statuslint check \(shown)`")
    }
    return .usage(
      message, hint: "use one of \(commands.joined(separator: ", ")); `statuslint --help` explains them")
  }
}
