import StatusText

/// Finds markers where markers can be, and asks the vocabulary what they mean.
package struct MarkerScanner: Sendable {
  private let bytes: [UInt8]
  private let vocabulary: StatusVocabulary

  /// A scanner over `bytes`.
  package init(_ bytes: [UInt8], vocabulary: StatusVocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
  }

  /// The marker that a Status value begins with; nil for an empty value. Glyphs and emphasis before it are
  /// passed over; a value without brackets is a marker as far as its words are a status, or else as a whole.
  package func marker(inValue value: ByteRange) -> Marker? {
    let start = skippingDecoration(from: value.lower, to: value.upper)
    guard start < value.upper else {
      return value.isEmpty ? nil : unbracketed(value)
    }
    if bytes[start] == Self.open, let close = closingBracket(from: start, to: value.upper) {
      return bracketed(ByteRange(start, close + 1), place: .field)
    }
    if let words = vocabulary.leadingWords(of: bytes[start..<value.upper]),
      endsWords(at: words.end, in: value)
    {
      return Marker(
        place: .field, range: ByteRange(start, words.end), isBracketed: false,
        reading: .spelling(words.status))
    }
    return unbracketed(ByteRange(start, value.upper))
  }

  /// The marker at the end of a heading's text: the last bracketed part that is no link, with nothing but
  /// glyphs, emphasis, a date or a remark after it. Nil where the heading has none.
  package func marker(inHeading text: ByteRange) -> Marker? {
    var end = text.upper
    // A bracket in the middle of a title is text; one that is a status is a marker wherever it stands.
    while end > text.lower {
      guard let close = lastIndex(of: Self.close, from: text.lower, before: end),
        let open = openingBracket(of: close, from: text.lower)
      else { return nil }
      let range = ByteRange(open, close + 1)
      let isLink = close + 1 < text.upper && (bytes[close + 1] == 0x28 || bytes[close + 1] == Self.open)
      let isInCode = open > text.lower && bytes[open - 1] == Self.backtick
      if !isLink && !isInCode {
        let marker = bracketed(range, place: .heading)
        if marker.status != nil || isAtEnd(close + 1, of: text) && isMeantAsMarker(marker) { return marker }
      }
      end = open
    }
    return nil
  }

  /// The marker that stands alone on a line.
  package func marker(aloneOn line: ByteRange) -> Marker? {
    let trimmed = trimmingDecoration(line)
    guard trimmed.count > 2, bytes[trimmed.lower] == Self.open,
      closingBracket(from: trimmed.lower, to: trimmed.upper) == trimmed.upper - 1
    else { return nil }
    let marker = bracketed(trimmed, place: .line)
    return isMeantAsMarker(marker) ? marker : nil
  }

  private func bracketed(_ range: ByteRange, place: Marker.Place) -> Marker {
    let inner = bytes[range.lower + 1..<range.upper - 1]
    return Marker(place: place, range: range, isBracketed: true, reading: vocabulary.reading(ofMarker: inner))
  }

  /// A value without brackets. Where words follow a status, capitals say that the status is meant
  /// (`COMPLETED via Task 249`); anything else is a sentence (`Blocked tasks are listed below`).
  private func unbracketed(_ range: ByteRange) -> Marker {
    var reading = vocabulary.reading(ofMarker: bytes[range.indices])
    switch reading {
    case .standard(let status): reading = .spelling(status)
    case .worded(let status) where !bytes[range.indices].starts(with: vocabulary.word(status).utf8):
      reading = .unknown(suggestion: status)
    default: break
    }
    return Marker(place: .field, range: range, isBracketed: false, reading: reading)
  }

  /// Whether a status without brackets ends at `end`: before the value's end, a glyph or punctuation, not in the
  /// middle of a sentence ("Blocked tasks are listed below").
  private func endsWords(at end: Int, in value: ByteRange) -> Bool {
    var offset = end
    while offset < value.upper, ASCII.isBlank(bytes[offset]) { offset += 1 }
    return offset == value.upper || !ASCII.isAlphanumeric(bytes[offset])
  }

  /// Whether a bracket is a status, is close to one, or at least looks like one.
  private func isMeantAsMarker(_ marker: Marker) -> Bool {
    switch marker.reading {
    case .standard, .spelling, .worded, .undecided: true
    case .unknown(let suggestion): suggestion != nil || looksLikeMarker(marker.range)
    }
  }

  /// Whether a bracket reads like a status: letters and what may stand between them, some of them capital. A
  /// check box, a number, a path or a reference does not.
  private func looksLikeMarker(_ range: ByteRange) -> Bool {
    let inner = bytes[range.lower + 1..<range.upper - 1]
    let first = inner.first { !ASCII.isBlank($0) } ?? 0
    let letters = inner.lazy.filter { ASCII.isLetter($0) }.count
    let capitals = inner.lazy.filter { ASCII.isLetter($0) && $0 & 0x20 == 0 }.count
    return ASCII.isLetter(first) && letters >= 2 && capitals * 2 > letters
      && !inner.contains { $0 == 0x2F || $0 == Self.open || $0 == Self.backtick }
  }

  /// Whether nothing but a remark follows `offset` in a heading.
  private func isAtEnd(_ offset: Int, of text: ByteRange) -> Bool {
    for byte in bytes[offset..<text.upper] where ASCII.isLetter(byte) { return isRemark(offset, of: text) }
    return true
  }

  /// Whether what follows `offset` begins like a remark: in brackets, or after a dash or colon.
  private func isRemark(_ offset: Int, of text: ByteRange) -> Bool {
    let start = skippingDecoration(from: offset, to: text.upper)
    guard start < text.upper else { return true }
    return bytes[start] == 0x28 || bytes[start] == 0x2D || bytes[start] == 0x3A || bytes[start] == 0x2C
  }

  private func closingBracket(from open: Int, to end: Int) -> Int? {
    var depth = 0
    for offset in open..<end {
      if bytes[offset] == Self.open { depth += 1 }
      if bytes[offset] == Self.close {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }

  private func openingBracket(of close: Int, from start: Int) -> Int? {
    var depth = 0
    for offset in stride(from: close, through: start, by: -1) {
      if bytes[offset] == Self.close { depth += 1 }
      if bytes[offset] == Self.open {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }

  private func lastIndex(of byte: UInt8, from start: Int, before end: Int) -> Int? {
    bytes[start..<end].lastIndex(of: byte)
  }

  /// The first byte after blanks, emphasis, code ticks and glyphs.
  private func skippingDecoration(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, Self.isDecoration(bytes[offset]) { offset += 1 }
    return offset
  }

  private func trimmingDecoration(_ range: ByteRange) -> ByteRange {
    var end = range.upper
    let start = skippingDecoration(from: range.lower, to: range.upper)
    while end > start, Self.isDecoration(bytes[end - 1]) { end -= 1 }
    return ByteRange(start, end)
  }

  private static func isDecoration(_ byte: UInt8) -> Bool {
    ASCII.isWhitespace(byte) || byte == 0x2A || byte == backtick || byte >= 0x80
  }

  private static let open = UInt8(ascii: "[")
  private static let close = UInt8(ascii: "]")
  private static let backtick = UInt8(ascii: "`")
}
