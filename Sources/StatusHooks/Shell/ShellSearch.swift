import StatusText

/// What `find` looks for, as far as its arguments tell it simply: where it begins, and by which name.
struct ShellSearch {
  private let starts: [String]
  /// The pattern of `-name`; nil if every name is looked for.
  let name: String?
  /// Whether it removes what it finds, or has another program change it.
  let isChanging: Bool

  /// Options that leave it open which files are found, with the number of their arguments.
  private static let neutral = [
    "-type": 1, "-maxdepth": 1, "-mindepth": 1, "-depth": 0, "-print": 0, "-print0": 0,
  ]
  private static let actions: Set = ["-exec", "-execdir", "-ok", "-okdir"]

  /// Reads the arguments of `find`; nil if they have tests of other kinds.
  init?(_ arguments: [String]) {
    starts = Array(arguments.prefix { !$0.hasPrefix("-") && $0 != "(" && $0 != "!" })
    var rest = arguments.dropFirst(starts.count)
    var (name, isChanging): (String?, Bool) = (nil, false)
    while let word = rest.popFirst() {
      if word == "-delete" {
        isChanging = true
      } else if Self.actions.contains(word) {
        let action = rest.prefix { $0 != ";" && $0 != "+" }
        rest = rest.dropFirst(action.count + 1)
        isChanging = isChanging || Self.changes(Array(action))
      } else if word == "-name", name == nil {
        name = rest.popFirst()
      } else if let count = Self.neutral[word] {
        rest = rest.dropFirst(count)
      } else {
        return nil
      }
    }
    (self.name, self.isChanging) = (name, isChanging)
  }

  private static func changes(_ action: [String]) -> Bool {
    guard let program = action.first.map(PathText.name) else { return false }
    return program == "mv" || !ShellTargets.paths(program, Array(action.dropFirst())).isEmpty
  }

  /// The paths or patterns of what it finds.
  var places: [String] {
    let starts = starts.isEmpty ? ["."] : starts
    return name.map { name in starts.map { "\($0)/**/\(name)" } } ?? starts
  }
}
