/// A pattern for the text of a line or the name of a file, as configurations have them: words with placeholders, as in
/// `Phase {id}: {title}`.
///
/// In a line, capitals and the number of blanks do not matter, and emphasis around a placeholder is passed over. In a name,
/// `*` is any text. A match takes time in proportion to the length of the text times that of the pattern.
package struct TextPattern: Sendable, Hashable {
  /// What a pattern cannot be.
  package enum Fault: Error, Hashable, Sendable {
    case empty, openBrace
    case unknownPlaceholder(String)
    /// Two placeholders of any text with nothing between them.
    case adjacentTexts
    case repeatedPlaceholder(String)
  }

  /// What a pattern is for.
  package enum Style: Sendable, Hashable {
    /// The text of a line.
    case line
    /// The name of a file or directory.
    case name
  }

  /// What a placeholder stands for.
  package enum Placeholder: String, Sendable, CaseIterable {
    /// Digits; zeros before them do not matter.
    case number
    /// Digits with dots between them: `2.1`.
    case numbers
    /// Letters, digits, hyphens and underscores.
    case word
    /// Any text.
    case text
    /// The id of a subject, in the form of its kind.
    case id
    /// The id of the subject that it is a part of.
    case parent
    /// Any text that is a status, a title, or another value.
    case status, title, value
    /// Digits that count something.
    case done, open, total, percent

    /// Whether it stands for any text.
    var isText: Bool {
      switch self {
      case .text, .status, .title, .value: true
      default: false
      }
    }
  }

  enum Part: Hashable, Sendable {
    case literal([UInt8])
    case placeholder(Placeholder)
    /// `*` in a name.
    case anything

    var isText: Bool {
      switch self {
      case .literal: false
      case .placeholder(let placeholder): placeholder.isText
      case .anything: true
      }
    }
  }

  /// The pattern as it was written.
  package let text: String
  let parts: [Part]
  let style: Style

  /// Reads a pattern.
  package init(_ text: String, for style: Style = .line) throws(Fault) {
    self.text = text
    self.style = style
    let bytes = Array(text.utf8)
    if bytes.isEmpty { throw .empty }
    var parts: [Part] = []
    var literal: [UInt8] = []
    func endLiteral() {
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = []
    }
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "{") {
        let close = bytes.offset(of: UInt8(ascii: "}"), from: place, to: bytes.count)
        if close == bytes.count { throw .openBrace }
        let name = String(decoding: bytes[(place + 1)..<close], as: UTF8.self)
        guard let placeholder = Placeholder(rawValue: name) else { throw .unknownPlaceholder(name) }
        endLiteral()
        parts.append(.placeholder(placeholder))
        place = close
      } else if style == .name, bytes[place] == UInt8(ascii: "*") {
        endLiteral()
        if parts.last != .anything { parts.append(.anything) }
      } else {
        literal.append(bytes[place])
      }
      place += 1
    }
    endLiteral()
    try Self.check(parts)
    self.parts = parts
  }

  private static func check(_ parts: [Part]) throws(Fault) {
    for (part, next) in zip(parts, parts.dropFirst()) where part.isText && next.isText {
      throw .adjacentTexts
    }
    var seen: Set<Placeholder> = []
    for case .placeholder(let placeholder) in parts
    where ![.number, .numbers, .word, .text].contains(placeholder) {
      if !seen.insert(placeholder).inserted { throw .repeatedPlaceholder(placeholder.rawValue) }
    }
  }

  /// Whether it has that placeholder.
  package func has(_ placeholder: Placeholder) -> Bool { parts.contains(.placeholder(placeholder)) }
}

extension TextPattern {
  /// What the placeholders of a pattern stand for in a text.
  package struct Match: Sendable {
    /// The ranges of named placeholders.
    package internal(set) var ranges: [Placeholder: ByteRange] = [:]
    /// The normal forms of ids.
    package internal(set) var ids: [Placeholder: String] = [:]
    /// Where the text ends that was matched.
    package internal(set) var end: Int
    /// The normal form of the text: numbers without zeros before them.
    var normal: [UInt8] = []
  }

  /// The forms of ids: those of the subject, and those of what it is a part of.
  package struct Ids: Sendable {
    let own: [TextPattern]
    let parent: [TextPattern]

    /// Ids of these forms.
    package init(own: [TextPattern] = [], parent: [TextPattern] = []) {
      self.own = own
      self.parent = parent
    }
  }

  /// How `range` of `bytes` matches, all of it; nil if it does not.
  package func match(_ bytes: [UInt8], _ range: ByteRange, _ ids: Ids = Ids()) -> Match? {
    let range = style == .line ? bytes.trimmed(range, of: " \t\r") : range
    let matcher = PatternMatcher(bytes: bytes, end: range.upper, style: style, ids: ids)
    return matcher.match(parts, from: range.lower)
  }

  /// How the text that begins at `start` and ends before `end` begins; nil if it begins otherwise.
  package func prefix(_ bytes: [UInt8], at start: Int, before end: Int) -> Match? {
    PatternMatcher(bytes: bytes, end: end, style: style, ids: Ids()).prefix(parts[...], from: start)
  }

  /// The normal form of `text`, if all of it matches.
  package func normal(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let match = prefix(bytes, at: 0, before: bytes.count), match.end == bytes.count else { return nil }
    return String(decoding: match.normal, as: UTF8.self)
  }
}
