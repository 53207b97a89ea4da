/// What `mv` moves, and where to: `mv A B`, `mv A B DIRECTORY`, `mv -t DIRECTORY A B`.
struct ShellMove: Equatable {
  /// The files and directories that are moved.
  private(set) var sources: [String] = []
  /// Their new path, or the directory that they get into; nil if nothing is moved.
  private(set) var destination: String?

  /// Reads the arguments of `mv`.
  init(_ arguments: [String]) {
    var rest = arguments[...]
    var areOptions = true
    while let word = rest.popFirst() {
      if areOptions, word == "--" {
        areOptions = false
      } else if !areOptions || !word.hasPrefix("-") || word == "-" {
        sources.append(word)
      } else if word.hasPrefix(Self.longOption + "=") {
        destination = String(word.dropFirst(Self.longOption.count + 1))
      } else if word == Self.longOption || Self.endsInDirectoryFlag(word) {
        destination = rest.popFirst()
      } else if word == "-S" || word == "--suffix" {
        rest = rest.dropFirst()
      }
    }
    if destination == nil, sources.count > 1 { destination = sources.removeLast() }
    if destination == nil { sources = [] }
  }

  private static let longOption = "--target-directory"

  /// `-t`, `-vt`
  private static func endsInDirectoryFlag(_ word: String) -> Bool {
    !word.hasPrefix("--") && word.hasSuffix("t")
  }
}
