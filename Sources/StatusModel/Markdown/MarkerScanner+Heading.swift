import StatusText

extension MarkerScanner {
  /// The marker of a heading: the first bracketed status with nothing but brackets, glyphs, a date or a remark after
  /// it, else a bracketed status anywhere; else a status with one bracket missing, or in words, at the end; else the
  /// last bracket that is meant as a marker, though it is not a status. Links and code are text, and asides do not
  /// count. Nil where the heading has none.
  package func marker(inHeading text: ByteRange) -> Marker? {
    guard text.count > 2 else { return nil }
    if let plain = plainMarker(atEndOf: text) { return plain }
    let brackets = MarkerBrackets(in: text, of: bytes)
    let asides = Asides(inHeading: text, of: bytes)
    var certain: Marker?
    var others: [Marker] = []
    for pair in brackets.pairs.suffix(Self.mostBrackets) where isOwn(pair.range, in: text, asides) {
      let marker = bracketed(pair, place: .heading)
      if marker.status == nil {
        others.append(marker)
      } else if isTail(from: marker.range.upper, to: text.upper) {
        return marker
      } else {
        certain = marker
      }
    }
    if let certain { return certain }
    if let broken = brokenBracket(brackets, in: text) ?? wordsAtEnd(of: text),
      isOwn(broken.range, in: text, asides),
      !brackets.pairs.contains(where: {
        $0.range.lower < broken.range.upper && broken.range.lower < $0.range.upper
      })
    {
      return broken
    }
    return others.last { isAtEnd($0.range.upper, of: text) && isMeantAsMarker($0) }
  }

  /// The status in the only bracket of a heading, at its end, where everything before it is plain words: nearly every
  /// heading with a marker is so.
  private func plainMarker(atEndOf text: ByteRange) -> Marker? {
    guard bytes[text.upper - 1] == UInt8(ascii: "]") else { return nil }
    let open = bytes.offset(of: Self.notPlain, from: text.lower, to: text.upper)
    let end = text.upper - 1
    guard bytes[open] == UInt8(ascii: "["), bytes.offset(of: Self.notPlain, from: open + 1, to: end) == end
    else { return nil }
    let pair = MarkerBrackets.Pair(
      range: ByteRange(open, text.upper), inner: ByteRange(open + 1, text.upper - 1), isPlain: true)
    let marker = bracketed(pair, place: .heading)
    return marker.status == nil ? nil : marker
  }

  private static let notPlain = ByteSet(
    (0...UInt8.max).filter { !ASCII.isAlphanumeric($0) && !ASCII.isOne($0, of: " :-.,&/'") })

  /// The brackets that are looked at, from the end: a heading of thousands takes no longer than its length.
  private static let mostBrackets = 64

  /// The brackets of a heading before its marker that name another status.
  func markers(inHeading text: ByteRange, before marker: Marker?) -> [Marker] {
    guard let marker, let status = marker.status else { return [] }
    let text = ByteRange(text.lower, marker.range.lower)
    guard bytes[text.indices].contains(UInt8(ascii: "[")) else { return [] }
    let asides = Asides(inHeading: text, of: bytes)
    return MarkerBrackets(in: text, of: bytes).pairs.suffix(Self.mostBrackets).lazy
      .filter { isOwn($0.range, in: text, asides) }
      .map { bracketed($0, place: .heading) }
      .filter { $0.status.map { $0 != status } ?? false }
  }

  /// A status in capitals that is all that stands before `place` in a heading, or follows right after it, with or
  /// without brackets: `COMPLETED - Phase 2: Name`, `Phase 2 (COMPLETED): Name`.
  func status(beside place: ByteRange, in text: ByteRange) -> Status? {
    let before = bytes[text.lower..<place.lower].drop { !ASCII.isLetter($0) }
    let end = before.lastIndex(where: ASCII.isLetter).map { $0 + 1 } ?? before.startIndex
    if let status = vocabulary.exactly(before[..<end]), ASCII.isUpperCase(before[..<end]) { return status }
    let after = bytes[place.upper..<text.upper].drop { Self.isDecoration($0) || ASCII.isOne($0, of: "([{<") }
    guard let words = vocabulary.leadingWords(of: after), ASCII.isUpperCase(after[..<words.end]) else {
      return nil
    }
    let next = after[words.end...].first { !ASCII.isBlank($0) }
    return next.map { !ASCII.isAlphanumeric($0) } ?? true ? words.status : nil
  }

  /// Whether a bracket at `range`, also one that a correction would write there, is not the text of a link, in code or
  /// in an aside.
  private func isOwn(_ range: ByteRange, in text: ByteRange, _ asides: Asides) -> Bool {
    !isLinkText(range, in: text) && !isAfterTick(range.lower, in: text) && !asides.contain(range)
  }

  /// Whether the target of a link follows: in round brackets, or a label in square ones. A footnote, or another marker,
  /// is not a label.
  func isLinkText(_ range: ByteRange, in text: ByteRange) -> Bool {
    let next = range.upper
    guard next < text.upper, bytes[next] == UInt8(ascii: "[") else {
      return next < text.upper && bytes[next] == UInt8(ascii: "(")
    }
    guard let close = bytes[next..<text.upper].firstIndex(of: UInt8(ascii: "]")) else { return true }
    let label = MarkerBrackets.Pair(
      range: ByteRange(next, close + 1), inner: ByteRange(next + 1, close), isPlain: true)
    return bytes[next + 1] != UInt8(ascii: "^") && !isMeantAsMarker(bracketed(label, place: .heading))
  }

  /// Whether a code span begins right before `offset`: what is in one is text, whatever brackets it has.
  private func isAfterTick(_ offset: Int, in text: ByteRange) -> Bool {
    offset > text.lower && bytes[offset - 1] == UInt8(ascii: "`")
  }

  /// Whether nothing but a remark follows `offset` in a heading.
  private func isAtEnd(_ offset: Int, of text: ByteRange) -> Bool {
    !bytes[offset..<text.upper].contains(where: ASCII.isLetter) || isRemark(offset, of: text)
  }

  /// Whether what follows `offset` begins like a remark: in brackets, or after a dash or colon.
  private func isRemark(_ offset: Int, of text: ByteRange) -> Bool {
    let start = skippingDecoration(from: offset, to: text.upper)
    return start >= text.upper || ASCII.isOne(bytes[start], of: "([-:,")
  }

  // MARK: One bracket missing

  private func brokenBracket(_ brackets: MarkerBrackets, in text: ByteRange) -> Marker? {
    if let open = brackets.loneOpening, let claim = claim(after: open, in: text) { return claim }
    if let open = brackets.loneOpening,
      let words = vocabulary.leadingWords(
        of: bytes[skippingBlanks(from: open.upper, to: text.upper)..<text.upper]),
      isTail(from: words.end, to: text.upper)
    {
      return opened(
        ByteRange(open.lower, otherClosing(at: words.end, to: text.upper)), words.status,
        before: text.upper, place: .heading)
    }
    if let close = brackets.loneClosing, isTail(from: close.upper, to: text.upper),
      let words = trailingWords(of: ByteRange(text.lower, close.lower))
    {
      return Marker(
        place: .heading, range: ByteRange(otherOpening(before: words.start), close.upper),
        form: .brokenBracket,
        reading: .spelling(words.status))
    }
    return nil
  }

  /// What a bracket that is never closed claims, where it is meant as a marker but is not one status.
  private func claim(after open: ByteRange, in text: ByteRange) -> Marker? {
    let inner = trimmingDecoration(ByteRange(open.upper, text.upper))
    guard inner.count > 2, !isAfterTick(open.lower, in: text) else { return nil }
    let marker = Marker(
      place: .heading, range: ByteRange(open.lower, inner.upper), form: .brokenBracket,
      reading: vocabulary.reading(ofMarker: bytes[inner.indices]))
    return marker.status == nil && isMeantAsMarker(marker) ? marker : nil
  }

  // MARK: Words

  /// A status in words at the end of a heading, after a dash (`- NOT STARTED`), a colon or a glyph, in emphasis or tags,
  /// or in brackets of another kind.
  private func wordsAtEnd(of text: ByteRange) -> Marker? {
    var end = trimmingDecoration(text).upper
    while end > text.lower, let brackets = Self.roundBrackets.first(where: { $0.closing == bytes[end - 1] }),
      let open = bytes[text.lower..<end].lastIndex(of: brackets.opening)
    {
      if let round = round(at: open, to: end, place: .heading), isCertain(round.status, round.range, in: text)
      {
        return round
      }
      // A date, a remark or a tag in such brackets may follow.
      end = trimmingDecoration(ByteRange(text.lower, open)).upper
    }
    if end > text.lower, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard let words = trailingWords(of: ByteRange(text.lower, end)) else { return nil }
    let range = ByteRange(words.start, words.end)
    let separated = separated(range, in: text)
    guard isApart(range, separated, words.status, in: text), isCertain(words.status, range, in: text) else {
      return nil
    }
    return Marker(place: .heading, range: separated.range, form: .words, reading: .spelling(words.status))
  }

  /// Whether words stand apart from the title before them. A colon is also what a title follows, and emphasis is also
  /// for a word of the title, so that only what a phase can be, in capitals, is a status there.
  private func isApart(
    _ words: ByteRange, _ separated: SeparatedWords, _ status: Status, in text: ByteRange
  ) -> Bool {
    let start = separated.range.lower
    let isAfterBlank = start > text.lower && ASCII.isBlank(bytes[start - 1])
    let isStatus = Self.phaseStatuses.contains(status) && isCapital(words.lower, words.upper)
    if separated.isCode { return false }
    if separated.hasWideBrackets { return true }
    switch separated.separator {
    case .dash: return isAfterBlank
    case .glyph: return true
    case .colon: return isStatus
    case nil: return separated.isWrapped && isAfterBlank && isStatus
    }
  }

  /// Whether words are a status and no part of a title: those that a phase can have with a capital first letter, others
  /// in capitals in a heading that is not all in capitals.
  private func isCertain(_ status: Status?, _ words: ByteRange, in text: ByteRange) -> Bool {
    guard let status, let first = bytes[words.indices].firstIndex(where: { ASCII.isLetter($0) }),
      bytes[first] & 0x20 == 0
    else { return false }
    if Self.phaseStatuses.contains(status) { return true }
    return isCapital(first, words.upper) && !isCapital(text.lower, text.upper)
  }

  private static let phaseStatuses: StatusSet = [.notStarted, .inProgress, .blocked, .abandoned, .completed]

  private func isCapital(_ start: Int, _ end: Int) -> Bool { ASCII.isUpperCase(bytes[start..<end]) }

  /// The status that the last words of `text` are, and where it begins; nil if it is in code, or follows
  /// another status.
  private func trailingWords(of text: ByteRange) -> (status: Status, start: Int, end: Int)? {
    guard let found = lastStatus(of: text), !isAfterTick(found.start, in: text) else { return nil }
    var before = found.start
    while before > text.lower,
      Self.isDecoration(bytes[before - 1]) || ASCII.isOne(bytes[before - 1], of: "-/|&+>:,")
    {
      before -= 1
    }
    let other = lastStatus(of: ByteRange(text.lower, before))
    return other.map { isCapital($0.start, $0.end) } ?? false ? nil : found
  }

  /// The longest status that the last words of `text` are, and where it begins and ends.
  func lastStatus(of text: ByteRange) -> (status: Status, start: Int, end: Int)? {
    let end = trimmingDecoration(text).upper
    var found: (status: Status, start: Int, end: Int)?
    var start = end
    while start > text.lower, end - start <= StatusVocabulary.mostLetters {
      start -= 1
      let isWordStart = start == text.lower || !ASCII.isAlphanumeric(bytes[start - 1])
      guard ASCII.isLetter(bytes[start]), isWordStart else { continue }
      guard let status = vocabulary.exactly(bytes[start..<end]) else { continue }
      found = (status, start, end)
    }
    return found
  }
}
