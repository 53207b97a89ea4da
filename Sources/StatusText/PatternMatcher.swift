/// Compares a text with the parts of a pattern.
struct PatternMatcher {
  let bytes: [UInt8]
  let end: Int
  let style: TextPattern.Style
  let ids: TextPattern.Ids

  /// How the parts match everything from `start` on. Between placeholders of any text, what comes first is taken; what
  /// comes after the last of them must end the text.
  func match(_ parts: [TextPattern.Part], from start: Int) -> TextPattern.Match? {
    var match = TextPattern.Match(end: start)
    var rest = parts[...]
    var open: (part: TextPattern.Part, start: Int)?
    while true {
      let segment = rest.prefix { !$0.isText }
      rest = rest.dropFirst(segment.count)
      let isLast = rest.isEmpty
      guard let found = find(segment, from: match.end, isOpen: open != nil, isLast: isLast) else {
        return nil
      }
      if let open {
        let range = trimmed(ByteRange(open.start, found.start))
        if case .placeholder(let placeholder) = open.part {
          if range.isEmpty { return nil }
          match.ranges[placeholder] = range
        }
      }
      match.ranges.merge(found.match.ranges) { first, _ in first }
      match.ids.merge(found.match.ids) { first, _ in first }
      match.end = found.match.end
      guard let text = rest.popFirst() else { return match }
      open = (text, match.end)
    }
  }

  /// Where the parts of `segment` match first, from `start` on if a text is open, and otherwise there.
  private func find(
    _ segment: ArraySlice<TextPattern.Part>, from start: Int, isOpen: Bool, isLast: Bool
  ) -> (start: Int, match: TextPattern.Match)? {
    if isOpen, segment.isEmpty { return (end, TextPattern.Match(end: end)) }
    for place in start...(isOpen ? max(start, end) : start) {
      guard var match = prefix(segment, from: place) else { continue }
      if isLast, style == .line { match.end = afterEmphasis(match.end, besides: nil) }
      if !isLast || match.end == end { return (place, match) }
    }
    return nil
  }

  /// How the parts, none of which is any text, match what begins at `start`.
  func prefix(_ parts: ArraySlice<TextPattern.Part>, from start: Int) -> TextPattern.Match? {
    var match = TextPattern.Match(end: start)
    for part in parts {
      switch part {
      case .literal(let literal):
        guard let end = self.end(of: literal, at: match.end) else { return nil }
        match.end = end
        match.normal += literal
      case .placeholder(let placeholder):
        let start = afterEmphasis(match.end, besides: nil)
        guard let end = self.end(of: placeholder, at: start, &match), end > start else { return nil }
        match.ranges[placeholder] = ByteRange(start, end)
        match.end = end
      case .anything: return nil
      }
    }
    return match
  }

  private func end(of literal: [UInt8], at start: Int) -> Int? {
    var place = afterEmphasis(start, besides: literal.first)
    if style == .name {
      return place + literal.count <= end && bytes[place..<place + literal.count].elementsEqual(literal)
        ? place + literal.count : nil
    }
    for byte in literal {
      guard place < end else { return nil }
      if ASCII.isBlank(byte) {
        guard ASCII.isBlank(bytes[place]) else { return nil }
        place = run(from: place, atMost: Self.mostBlanks, ASCII.isBlank)
      } else {
        guard ASCII.lowercased(bytes[place]) == ASCII.lowercased(byte) else { return nil }
        place += 1
      }
    }
    return place
  }

  private func end(of placeholder: TextPattern.Placeholder, at start: Int, _ match: inout TextPattern.Match)
    -> Int?
  {
    switch placeholder {
    case .number, .done, .open, .total, .percent:
      let end = run(from: start, atMost: Self.mostDigits, ASCII.isDigit)
      match.normal += plain(start, end)
      return end
    case .numbers: return numbers(from: start, &match.normal)
    case .word:
      let end = run(from: start, atMost: Self.longestWord) {
        ASCII.isAlphanumeric($0) || $0 >= 0x80 || ASCII.isOne($0, of: "-_")
      }
      match.normal += bytes[start..<end]
      return end
    case .id: return end(ofId: placeholder, ids.own, at: start, &match)
    case .parent: return end(ofId: placeholder, ids.parent, at: start, &match)
    case .text, .status, .title, .value: return nil
    }
  }

  private func end(
    ofId placeholder: TextPattern.Placeholder, _ forms: [TextPattern], at start: Int,
    _ match: inout TextPattern.Match
  ) -> Int? {
    for form in forms {
      guard let found = form.prefix(bytes, at: start, before: end) else { continue }
      match.ids[placeholder] = String(decoding: found.normal, as: UTF8.self)
      match.normal += found.normal
      return found.end
    }
    return nil
  }

  private func numbers(from start: Int, _ normal: inout [UInt8]) -> Int {
    var end = run(from: start, atMost: Self.mostDigits, ASCII.isDigit)
    normal += plain(start, end)
    while end > start, end - start < Self.longestWord, end + 1 < self.end, bytes[end] == UInt8(ascii: "."),
      ASCII.isDigit(bytes[end + 1])
    {
      let next = run(from: end + 1, atMost: Self.mostDigits, ASCII.isDigit)
      normal.append(UInt8(ascii: "."))
      normal += plain(end + 1, next)
      end = next
    }
    return end
  }

  /// Digits without zeros before them.
  private func plain(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    let digits = bytes[start..<end]
    let rest = digits.drop { $0 == UInt8(ascii: "0") }
    return rest.isEmpty ? digits.suffix(1) : rest
  }

  /// The end of the bytes from `start` on that belong together. A limit keeps a search for the beginning linear.
  private func run(from start: Int, atMost limit: Int, _ belongs: (UInt8) -> Bool) -> Int {
    var place = start
    let end = min(end, start + limit)
    while place < end, belongs(bytes[place]) { place += 1 }
    return place
  }

  private static let mostBlanks = 64
  private static let mostDigits = 18
  private static let longestWord = 200
  private static let mostEmphasis = 4

  /// The place after the emphasis at `start`, unless `byte` is what is expected there.
  private func afterEmphasis(_ start: Int, besides byte: UInt8?) -> Int {
    if style == .name { return start }
    return run(from: start, atMost: Self.mostEmphasis) { ASCII.isOne($0, of: "*`~") && $0 != byte }
  }

  private func trimmed(_ range: ByteRange) -> ByteRange {
    style == .line ? bytes.trimmed(range, of: " \t*`~") : range
  }
}
