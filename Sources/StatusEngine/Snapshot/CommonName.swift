import StatusText

/// Tells names that every task has files of, `research-001.md`, from those that are one file's:
/// `02_sort-the-cellar.md`.
enum CommonName {
  /// Whether `name` says only what kind of file it is, and which version.
  static func isOne(_ name: String) -> Bool {
    let stem = name.utf8.prefix(upTo: name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.utf8.endIndex)
    return stem.split { !ASCII.isLetter($0) }.allSatisfy { word in
      kinds.contains { word.lazy.map(ASCII.lowercased).elementsEqual($0.utf8) }
    }
  }

  private static let kinds = [
    "implementation", "plan", "plans", "phase", "phases", "part", "research", "report", "reports", "summary",
    "analysis", "verification", "refactoring", "review", "notes", "overview", "index", "readme", "todo",
    "changelog", "log", "state", "final", "draft", "v", "vs", "the", "and", "of",
  ]
}
