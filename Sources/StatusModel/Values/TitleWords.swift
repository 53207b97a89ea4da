import StatusText

/// The words of a title or of a slug, to tell whether two of them name the same task: numbers are used again.
package struct TitleWords: Equatable, Sendable {
  /// The title. Nearly all are compared with one that is the same, so the words are looked for only when they matter.
  private let title: String

  /// The words of `text`, in lower case: runs of letters and digits.
  package init(_ text: String) { title = text }

  private var words: Set<String> {
    Set(
      title.utf8.split(whereSeparator: { !Self.isPartOfWord($0) }).map { word in
        String(decoding: word.map { ASCII.lowercased($0) }, as: UTF8.self)
      })
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool { ASCII.isAlphanumeric(byte) || byte >= 0x80 }

  /// The words, sorted, with spaces between them.
  package var text: String { words.sorted().joined(separator: " ") }

  /// Whether there are none.
  package var isEmpty: Bool { !title.utf8.contains(where: Self.isPartOfWord) }

  /// Whether both name the same task: they may, and both say something.
  package func names(sameAs other: TitleWords) -> Bool {
    !isEmpty && !other.isEmpty && mayName(sameAs: other)
  }

  /// Whether both may name the same task: at least half of the words of the shorter are words of the other. A
  /// title without words says nothing and may be any.
  package func mayName(sameAs other: TitleWords) -> Bool {
    if title == other.title { return true }
    let (words, others) = (words, other.words)
    let shorter = min(words.count, others.count)
    return shorter == 0 || words.intersection(others).count * 2 >= shorter
  }
}
