import StatusText

/// A status as it is in a Markdown file.
package struct Marker: Sendable {
  /// Where it is.
  package enum Place: Sendable {
    /// At the end of a heading.
    case heading
    /// The value of a Status field.
    case field
    /// Alone on the first line below a heading.
    case line
    /// On a line that people read as a Status, though it is not a field.
    case text
  }

  /// What it is made of.
  package enum Form: Sendable {
    /// A bracket: `[COMPLETED]`.
    case bracket
    /// A bracket that is the text of a link: `[COMPLETED](log.md)`.
    case link
    /// Nearly a bracket: round, escaped, in code, or with one half missing.
    case brokenBracket
    /// Words alone.
    case words
  }

  /// Where it is.
  package let place: Place
  /// The bytes that a correct marker would replace: with its brackets where it has them; words without any with the
  /// emphasis, tags and ticks around them, and the dash or colon before them.
  package let range: ByteRange
  /// What it is made of.
  package let form: Form
  /// What it means.
  package let reading: MarkerReading

  /// Whether it is in brackets as the standard has them.
  package var isBracketed: Bool { form == .bracket || form == .link }
  /// Whether it names a status, be it one of several or one of two things that it may mean. Titles hold other brackets.
  package var claimsStatus: Bool {
    switch reading {
    case .standard, .spelling, .worded, .undecided, .ambiguous: true
    case .unknown: false
    }
  }
  /// The status, where it is certain.
  package var status: Status? { reading.status }
}

extension Sequence where Element == Marker {
  /// Whether two of the markers claim different statuses.
  var areContradictory: Bool {
    var first: Status?
    for marker in self {
      guard let status = marker.status else { continue }
      if let first, status != first { return true }
      first = status
    }
    return false
  }
}
