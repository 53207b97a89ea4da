import StatusText

/// Words of a command line that is to be run as it is printed.
enum ShellWord {
  /// `word` as a shell reads it: with quotes where it needs them.
  static func quoted(_ word: String) -> String {
    let isSafe = word.utf8.allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne($0, of: "-_./=,:@+%") }
    if isSafe, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// Whether `word` is printed without an escape, so that it can be run as it is printed.
  static func isPlain(_ word: String) -> Bool { DisplayText.escaped(word) == word }
}
