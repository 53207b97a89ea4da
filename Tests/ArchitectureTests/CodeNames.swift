/// The names of code on a page: words in code font, and words with a capital inside in its figures.
enum CodeNames {
  /// A type that a page names, and its member if the page names one, as in `Snapshot.read`.
  struct Name: Hashable, Sendable {
    /// The type.
    let type: String
    /// The member; nil for the type alone.
    let member: String?
  }

  /// The names on a page. Names of files are not among them.
  static func all(in page: String) -> Set<Name> {
    var names: Set<Name> = []
    var isFigure = false
    for line in page.split(separator: "\n") {
      if line.hasPrefix("```") {
        isFigure = !isFigure && line == "```text"
      } else if isFigure {
        let words = line.matches(of: /\b([A-Z]\w*[a-z]\w*)(?:\.(\w+))?/)
        names.formUnion(words.compactMap { $0.2 != nil || isCompound($0.1) ? name($0.1, $0.2) : nil })
      } else {
        let spans = line.matches(of: /`([A-Z][A-Za-z]*[a-z][A-Za-z]*)(?:\.(\w+)(?:\([^`]*\))?)?`/)
        names.formUnion(spans.compactMap { name($0.1, $0.2) })
      }
    }
    return names
  }

  /// Whether a word has a capital inside, which words of a sentence have not.
  private static func isCompound(_ word: Substring) -> Bool { word.contains(/[a-z][A-Z]/) }

  private static func name(_ type: Substring, _ member: Substring?) -> Name? {
    if let member, ["md", "swift", "json"].contains(member) { return nil }
    return Name(type: String(type), member: member.map(String.init))
  }

  /// Those of `names` that no file of `sources` declares, sorted. A member is declared in a file of its type.
  static func unknown(_ names: Set<Name>, in sources: [ParsedFile], modules: Set<String>) -> [String] {
    var words: [String: Set<String>] = [:]
    for parsed in sources {
      let found = parsed.source.topLevel
      let own = Set(parsed.source.tokens.map(\.text))
      for type in found.types + found.extended { words[type, default: []].formUnion(own) }
    }
    return names.filter { name in
      guard let own = words[name.type] else { return !modules.contains(name.type) }
      return name.member.map { !own.contains($0) } ?? false
    }.map { name in name.member.map { "\(name.type).\($0)" } ?? name.type }.sorted()
  }
}
