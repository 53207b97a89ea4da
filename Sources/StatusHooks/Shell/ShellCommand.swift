/// A simple command of a command line: its words, and the files that its output goes to.
struct ShellCommand: Equatable {
  /// The name of the program and its arguments, without quotes.
  var words: [String] = []
  /// The files after `>`, `>>` and the like.
  var outputs: [String] = []
}
