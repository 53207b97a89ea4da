import StatusText

/// Finds markers where markers can be, and asks the vocabulary what they mean. A spelling means the same in every
/// place.
package struct MarkerScanner: Sendable {
  let bytes: [UInt8]
  let vocabulary: StatusVocabulary

  /// A scanner over `bytes`.
  package init(_ bytes: [UInt8], vocabulary: StatusVocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
  }

  /// The marker that a Status value begins with; nil for an empty value. Glyphs, emphasis, punctuation, tags, comments and
  /// what is struck through before it are passed over; a value without brackets is a marker as far as its words are a
  /// status, or else as a whole.
  package func marker(inValue value: ByteRange) -> Marker? {
    if let marker = leadingMarker(in: value, place: .field) { return marker }
    let start = skippingAsides(from: value.lower, to: value.upper)
    return value.isEmpty ? nil : unbracketed(start < value.upper ? ByteRange(start, value.upper) : value)
  }

  /// The marker that stands alone on a line: a bracket, with nothing but a remark after it, or a status in capitals.
  package func marker(aloneOn line: ByteRange) -> Marker? {
    guard line.count > 2, let marker = leadingMarker(in: line, place: .line), isMeantAsMarker(marker)
    else { return nil }
    let rest = bytes[marker.range.upper..<max(marker.range.upper, line.upper)]
    let isWhole = !rest.contains { ASCII.isAlphanumeric($0) || ASCII.isOne($0, of: "[(") }
    switch marker.form {
    case .bracket, .link, .brokenBracket:
      return isWhole || marker.status != nil && isTail(from: marker.range.upper, to: line.upper)
        ? marker : nil
    case .words:
      return isWhole && Wrapping.isUpperCase(marker.range, bytes) ? marker : nil
    }
  }

  /// The marker that `text` begins with: of several brackets in a row the first that is a status, else the first; a
  /// bracket with one half missing; or words that are a status. Nil where it begins with something else.
  private func leadingMarker(in text: ByteRange, place: Marker.Place) -> Marker? {
    let start = skippingLead(from: text.lower, to: text.upper, over: "*`_-:(){}>.,;'\"=~/+#!")
    guard start < text.upper else { return nil }
    // Only those that begin here are asked about.
    let end = MarkerBrackets.mayBeBracket(bytes[start]) ? text.upper : start
    let brackets = MarkerBrackets(in: ByteRange(start, end), of: bytes)
    if let marker = firstBracket(of: brackets, at: start, in: text, place: place) { return marker }
    let wordStart = skippingLead(from: text.lower, to: text.upper, over: "*`_-:")
    guard wordStart < text.upper else { return nil }
    if let round = round(at: wordStart, to: text.upper, place: place) { return round }
    let isOpen = brackets.loneOpening?.lower == wordStart
    return words(
      at: wordStart, openingEnd: isOpen ? brackets.loneOpening?.upper : nil, in: text, place: place)
  }

  /// Of the brackets in a row at `start` the first that is a status, else the first.
  private func firstBracket(
    of brackets: MarkerBrackets, at start: Int, in text: ByteRange, place: Marker.Place
  ) -> Marker? {
    // An image is not its text.
    if start > text.lower, bytes[start - 1] == UInt8(ascii: "!") { return nil }
    var first: Marker?
    var end = start
    for pair in brackets.pairs {
      guard skippingDecoration(from: end, to: text.upper) == pair.range.lower else { break }
      let marker = inPlace(bracketed(pair, place: place), in: text)
      if marker.status != nil { return marker }
      if first == nil { first = marker }
      end = pair.range.upper
    }
    return first
  }

  /// A status in a bracket, as it is read where nothing but a status can be: the text of a link says more than one, and
  /// in code it is spelled in another way.
  private func inPlace(_ marker: Marker, in text: ByteRange) -> Marker {
    guard let status = marker.status else { return marker }
    if isLinkText(marker.range, in: text) {
      return Marker(place: marker.place, range: marker.range, form: .link, reading: .worded(status))
    }
    let wrapping = Wrapping(of: marker.range, in: text, bytes)
    guard wrapping.isCode else { return marker }
    if case .worded = marker.reading { return marker }
    return Marker(
      place: marker.place, range: wrapping.range, form: .brokenBracket, reading: .spelling(status))
  }

  /// The status whose words are at `start`, or after a lone bracket there that ends at `openingEnd`.
  private func words(at start: Int, openingEnd: Int?, in text: ByteRange, place: Marker.Place) -> Marker? {
    let wordStart = openingEnd.map { skippingDecoration(from: $0, to: text.upper) } ?? start
    guard let words = vocabulary.leadingWords(of: bytes[wordStart..<text.upper]),
      endsWords(at: words.end, in: text)
    else { return nil }
    let close = closing(at: words.end, to: text.upper)
    let whole = ByteRange(start, text.upper)
    // What claims two things, or a part of one, is read as it is in brackets.
    if close == nil, openingEnd != nil || claimsMore(at: words.end, in: text),
      case .ambiguous(let named) = vocabulary.reading(ofMarker: bytes[wordStart..<text.upper])
    {
      return Marker(place: place, range: whole, form: .words, reading: .ambiguous(named))
    }
    if openingEnd != nil {
      return opened(
        ByteRange(start, close ?? otherClosing(at: words.end, to: text.upper)), words.status,
        before: text.upper, place: place)
    }
    let inner = ByteRange(start, close ?? words.end)
    let separated = separated(inner, in: text)
    let hasBracket = close != nil || separated.hasWideBrackets
    return Marker(
      place: place, range: separated.range, form: hasBracket ? .brokenBracket : .words,
      reading: .spelling(words.status))
  }

  /// A status after a bracket that is not closed before `end`. Where a later line closes it, there is more in it.
  func opened(_ range: ByteRange, _ status: Status, before end: Int, place: Marker.Place) -> Marker {
    Marker(
      place: place, range: range, form: .brokenBracket,
      reading: isClosedBelow(end) ? .worded(status) : .spelling(status))
  }

  /// Whether the paragraph goes on below the line that ends at `end`, with a bracket that closes before one opens.
  private func isClosedBelow(_ end: Int) -> Bool {
    let limit = min(bytes.count, end + Self.mostBelow)
    let lineEnd = bytes.lineEnd(from: end, to: limit)
    for line in bytes.lines(in: ByteRange(lineEnd, limit)).dropFirst() {
      if bytes[line.indices].allSatisfy(ASCII.isWhitespace) { return false }
      for offset in line.indices {
        if let bracket = MarkerBrackets.bracket(at: offset, before: line.upper, in: bytes) {
          return !bracket.opens
        }
      }
    }
    return false
  }

  /// How far below its line a bracket may be closed.
  private static let mostBelow = 400

  /// The end of the bracket that closes right after `offset`; nil if none does.
  func closing(at offset: Int, to end: Int) -> Int? {
    let offset = skippingBlanks(from: offset, to: end)
    guard offset < end, let bracket = MarkerBrackets.bracket(at: offset, before: end, in: bytes),
      !bracket.opens
    else { return nil }
    return bracket.end
  }

  /// Whether a sign follows at `offset` that ties something else to the status.
  private func claimsMore(at offset: Int, in text: ByteRange) -> Bool {
    var next = skippingBlanks(from: offset, to: text.upper)
    if ASCII.begins(bytes, at: next, before: text.upper, with: "->") { next += 1 }
    return next < text.upper
      && (ASCII.isOne(bytes[next], of: "?%")
        || StatusClaims.separatorLength(at: next, in: bytes[..<text.upper]) > 0)
  }

  // MARK: Brackets

  func bracketed(_ pair: MarkerBrackets.Pair, place: Marker.Place) -> Marker {
    let reading = vocabulary.reading(ofMarker: bytes[pair.inner.indices])
    guard !pair.isPlain, case .standard(let status) = reading else {
      return Marker(
        place: place, range: pair.range, form: pair.isPlain ? .bracket : .brokenBracket, reading: reading)
    }
    return Marker(place: place, range: pair.range, form: .brokenBracket, reading: .spelling(status))
  }

  /// A status in round, curly or angle brackets at `start`, and nothing else in them.
  func round(at start: Int, to end: Int, place: Marker.Place) -> Marker? {
    guard let closing = Self.roundBrackets.first(where: { $0.opening == bytes[start] })?.closing,
      let close = bytes[start..<end].firstIndex(of: closing)
    else { return nil }
    let inner = trimmingDecoration(ByteRange(start + 1, close))
    guard !inner.isEmpty, let status = vocabulary.exactly(bytes[inner.indices]) else { return nil }
    return Marker(
      place: place, range: ByteRange(start, close + 1), form: .brokenBracket, reading: .spelling(status))
  }

  /// A value without brackets. Where words follow a status, capitals say that the status is meant
  /// (`COMPLETED via Task 249`); anything else is a sentence (`Blocked tasks are listed below`).
  private func unbracketed(_ range: ByteRange) -> Marker {
    // A bracket that opens and is never closed.
    let text = bytes[range.indices].drop { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "[") }
    var reading = vocabulary.reading(ofMarker: text)
    switch reading {
    case .standard(let status): reading = .spelling(status)
    case .worded(let status) where !text.starts(with: vocabulary.word(status).utf8):
      reading = .unknown(suggestion: status)
    default: break
    }
    return Marker(place: .field, range: range, form: .words, reading: reading)
  }

  /// Whether a status without brackets ends at `end`: before the value's end, a glyph or punctuation, not in the
  /// middle of a sentence ("Blocked tasks are listed below").
  private func endsWords(at end: Int, in value: ByteRange) -> Bool {
    let offset = skippingBlanks(from: end, to: value.upper)
    return offset == value.upper || !ASCII.isAlphanumeric(bytes[offset])
  }

  // MARK: What is meant

  /// Whether a bracket is a status, is close to one, or at least looks like one.
  func isMeantAsMarker(_ marker: Marker) -> Bool {
    switch marker.reading {
    case .standard, .spelling, .worded, .undecided: true
    case .ambiguous: looksLikeMarker(marker.range) || beginsWithStatus(marker.range)
    case .unknown(let suggestion): suggestion != nil || looksLikeMarker(marker.range)
    }
  }

  private func beginsWithStatus(_ range: ByteRange) -> Bool {
    let start = bytes[range.indices].firstIndex { ASCII.isLetter($0) } ?? range.upper
    return vocabulary.leadingWords(of: bytes[start..<range.upper]) != nil
  }

  /// Whether a bracket reads like a status: letters and what may be between them, some of them capital. A
  /// check box, a number, a path or a reference does not.
  private func looksLikeMarker(_ range: ByteRange) -> Bool {
    let inner = bytes[range.lower + 1..<range.upper - 1]
    let first = inner.first { !ASCII.isBlank($0) } ?? 0
    let letters = inner.lazy.filter { ASCII.isLetter($0) }.count
    let capitals = inner.lazy.filter { ASCII.isLetter($0) && $0 & 0x20 == 0 }.count
    return ASCII.isLetter(first) && letters >= 2 && capitals * 2 > letters
      && !inner.contains { $0 == 0x2F || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "`") }
  }

  /// Whether nothing but further brackets, glyphs and a remark follow `offset`. A remark begins with a dash or another
  /// sign; with a letter goes on what the bracket is a part of.
  func isTail(from offset: Int, to end: Int) -> Bool {
    var offset = offset
    while offset < end {
      if bytes[offset] == UInt8(ascii: "[") {
        guard let close = bytes[offset..<end].firstIndex(of: UInt8(ascii: "]")) else { return true }
        offset = close + 1
      } else if dashLength(at: offset, to: end) > 0 || !Self.isDecoration(bytes[offset]) {
        return !ASCII.isAlphanumeric(bytes[offset])
      } else {
        offset += 1
      }
    }
    return true
  }

  /// How many bytes the dash takes that begins at `offset`, which may be a hyphen; 0 if none does.
  func dashLength(at offset: Int, to end: Int) -> Int {
    bytes[offset] == UInt8(ascii: "-") ? 1 : UnicodeBlank.dashLength(at: offset, to: end, in: bytes[...])
  }

  // MARK: What is around

  func skippingBlanks(from start: Int, to end: Int) -> Int {
    UnicodeBlank.skip(from: start, to: end, in: bytes)
  }

  /// The first byte after blanks, emphasis, code ticks and glyphs.
  func skippingDecoration(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, Self.isDecoration(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The first byte after decoration, comments and what is struck through.
  private func skippingAsides(from start: Int, to end: Int) -> Int {
    var offset = skippingDecoration(from: start, to: end)
    while let next = Asides.end(at: offset, to: end, in: bytes) {
      offset = skippingDecoration(from: next, to: end)
    }
    return offset
  }

  /// The first byte after asides, tags, blanks, glyphs and `punctuation`.
  private func skippingLead(from start: Int, to end: Int, over punctuation: StaticString) -> Int {
    var offset = start
    while true {
      offset = skippingAsides(from: offset, to: end)
      guard offset < end else { return offset }
      if let tag = Wrapping.endOfTag(at: offset, to: end, bytes) {
        offset = tag
      } else if ASCII.isOne(bytes[offset], of: punctuation) {
        offset += 1
      } else {
        return offset
      }
    }
  }

  func trimmingDecoration(_ range: ByteRange) -> ByteRange {
    var end = range.upper
    let start = skippingDecoration(from: range.lower, to: range.upper)
    while end > start, Self.isDecoration(bytes[end - 1]) { end -= 1 }
    return ByteRange(start, end)
  }

  static func isDecoration(_ byte: UInt8) -> Bool {
    ASCII.isWhitespace(byte) || ASCII.isOne(byte, of: "*_`") || byte >= 0x80
  }
}
