/// What `git` is asked to do: the command after git's own options, with its arguments.
struct ShellGitCommand: Equatable {
  /// The name of the command.
  let name: String
  /// What follows the name.
  let arguments: [String]
  /// The directory that git changes to first; nil if it stays where it is.
  private(set) var directory: String?

  /// Reads what follows `git`; nil if it is asked for nothing.
  init?(_ words: [String]) {
    var rest = words[...]
    while let word = rest.first, word.hasPrefix("-") {
      rest = rest.dropFirst()
      guard ["-C", "-c", "--git-dir", "--work-tree", "--namespace"].contains(word) else { continue }
      let value = rest.popFirst()
      if word == "-C", let value { directory = directory.map { "\($0)/\(value)" } ?? value }
    }
    guard let name = rest.popFirst() else { return nil }
    self.name = name
    arguments = Array(rest)
  }
}
