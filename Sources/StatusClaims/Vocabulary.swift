/// The statuses of a format, as data.
package struct Vocabulary: Sendable {
  /// How far something is. Closed without being done, it is neither open nor done.
  package enum Stage: Sendable {
    case open, active, done, closed
  }

  /// A status as the format writes it.
  package struct Word: Hashable, Sendable {
    /// The status.
    package let text: String
    /// How far something with this status is.
    package let stage: Stage

    /// A status.
    package init(_ text: String, _ stage: Stage) {
      self.text = text
      self.stage = stage
    }
  }

  /// What a text says.
  package enum Reading: Sendable {
    /// A status, as it is written.
    case standard(Word)
    /// A status in another spelling, which every reader of the format takes for it.
    case variant(Word)
    /// A status in another spelling.
    case spelling(Word)
    /// Another word for a status.
    case synonym(Word)
    /// A word for work that was given up.
    case closed
    /// Nothing that is known.
    case unknown

    /// Whether readers of the format take it for a status.
    package var isUnderstood: Bool {
      switch self {
      case .standard, .variant: true
      case .spelling, .synonym, .closed, .unknown: false
      }
    }

    /// The status that is meant.
    package var word: Word? {
      switch self {
      case .standard(let word), .variant(let word), .spelling(let word), .synonym(let word): word
      case .closed, .unknown: nil
      }
    }

    /// How far something is of which this is said; nil if the word does not say.
    package var stage: Stage? {
      if case .closed = self { return .closed }
      return word?.stage
    }
  }

  /// The statuses, from the first to the last.
  package var words: [Word]
  /// What stands for a status in other spellings, folded, and is the same to readers of the format.
  package var variants: [String: String] = [:]
  /// What people write for a status by mistake, folded.
  package var spellings: [String: String] = [:]
  /// Words that mean a status, folded.
  package var synonyms: [String: String] = [:]
  /// Whether case and blanks do not matter to readers of the format.
  package var ignoresCase = false

  /// A vocabulary of these statuses.
  package init(_ words: [Word]) { self.words = words }

  /// What `text` says.
  package func read(_ text: String) -> Reading {
    if let word = words.first(where: { $0.text == text }) { return .standard(word) }
    if ignoresCase, let word = words.first(where: { Self.withoutBlanks($0.text) == Self.withoutBlanks(text) })
    {
      return .variant(word)
    }
    let folded = Self.fold(text)
    if let word = word(variants[folded]) { return .variant(word) }
    if let word = words.first(where: { Self.fold($0.text) == folded }) ?? word(spellings[folded]) {
      return .spelling(word)
    }
    if let word = word(synonyms[folded]) { return .synonym(word) }
    return Self.closedWords.contains(folded) ? .closed : .unknown
  }

  /// The status with this text in any spelling.
  package func word(_ text: String?) -> Word? {
    text.flatMap { text in words.first { Self.fold($0.text) == Self.fold(text) } }
  }

  /// The statuses for a help line: "valid statuses: To Do, Done".
  package var help: String { "valid statuses: \(words.map(\.text).joined(separator: ", "))" }

  /// In lower case, with hyphens for blanks and underscores.
  package static func fold(_ text: String) -> String {
    String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  private static func withoutBlanks(_ text: String) -> String { text.lowercased().filter { $0 != " " } }

  /// How people say that work was given up.
  package static let closedWords: Set = [
    "superseded", "cancelled", "canceled", "deferred", "absorbed", "dropped", "obsolete", "wontfix",
    "won't-fix", "won't-do",
    "rejected", "abandoned", "skipped", "removed", "duplicate", "merged", "moved", "descoped", "postponed",
    "archived",
    "retired", "not-needed", "n/a", "declined", "invalid",
  ]
}
