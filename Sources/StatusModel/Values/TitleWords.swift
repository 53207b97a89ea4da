import StatusText

/// The words of a title or of a slug, to tell whether two of them name the same task: numbers are used again.
package struct TitleWords: Sendable {
  private let words: Set<String>

  /// The words of `text`, in lower case: runs of letters and digits.
  package init(_ text: String) {
    words = Set(
      text.utf8.split(whereSeparator: { !(ASCII.isAlphanumeric($0) || $0 >= 0x80) }).map { word in
        String(decoding: word.map { ASCII.lowercased($0) }, as: UTF8.self)
      })
  }

  /// The words, sorted, with spaces between them.
  package var text: String { words.sorted().joined(separator: " ") }

  /// Whether there are none.
  package var isEmpty: Bool { words.isEmpty }

  /// Whether both name the same task: they may, and both say something.
  package func names(sameAs other: TitleWords) -> Bool {
    !words.isEmpty && !other.words.isEmpty && mayName(sameAs: other)
  }

  /// Whether both may name the same task: at least half of the words of the shorter are words of the other. A
  /// title without words says nothing and may be any.
  package func mayName(sameAs other: TitleWords) -> Bool {
    let shorter = min(words.count, other.words.count)
    return shorter == 0 || words.intersection(other.words).count * 2 >= shorter
  }
}
