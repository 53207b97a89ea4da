import StatusText

/// One line of a field, read for links.
struct LinkLine {
  /// What may be a link.
  struct Found {
    /// How it is written.
    enum Kind {
      /// `[text](path)`
      case target
      /// `[text](<path>)`
      case bracketedTarget
      /// `[path]`
      case brackets
      /// `` `path` ``
      case code
    }

    let kind: Kind
    /// The path's bytes.
    let range: ByteRange
    /// Whether it stands for the field's value or an item of it, rather than within a sentence.
    let isAlone: Bool
    /// Whether words with a colon stand before it, as in `Report: path`.
    let hasLabel: Bool
  }

  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  /// Whether only list markers, labels, other links and punctuation stand before the current place.
  private var isAlone = true
  /// Whether one of these was a label.
  private var hasLabel = false
  /// The counts of backticks after which no run of the same count comes any more.
  private var unclosed: Set<Int> = []
  /// Where brackets were opened that are not yet closed.
  private var open: [Int] = []
  /// Where the last bracket was opened: only the innermost pair can hold a path.
  private var lastOpen = -1

  /// The line from `start` to `end`.
  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.start = start
    self.end = end
  }

  /// Calls `body` with everything that may be a link, in order.
  mutating func visit(_ body: (Found) -> Void) {
    var place = afterListMarker()
    while true {
      place = skipPlain(from: place)
      guard place < end else { return }
      switch bytes[place] {
      case 0x60: place = readCode(at: place, body)
      case 0x5B:
        open.append(place)
        lastOpen = place
        place += 1
      case 0x5D: place = close(at: place, body)
      case 0x5C where LinkDestination.isEscape(bytes, place, end): place += 2
      case 0x3A:
        // What stands before a colon is the item's label.
        if !isAlone, isAfterLabel(place) { (isAlone, hasLabel) = (true, true) }
        place += 1
      default:
        // A backslash that escapes nothing.
        place += 1
      }
    }
  }

  /// The next byte that may mean something: nearly all of a line means nothing.
  private mutating func skipPlain(from place: Int) -> Int {
    var hasWords = false
    let next = bytes.withUnsafeBufferPointer { bytes in
      for offset in place..<max(place, end) {
        switch bytes[offset] {
        case 0x3A, 0x5B, 0x5C, 0x5D, 0x60: return offset
        case let byte: hasWords = hasWords || byte > 0x7F || ASCII.isAlphanumeric(byte)
        }
      }
      return end
    }
    if hasWords, open.isEmpty { isAlone = false }
    return next
  }

  /// The place after blanks, and after the number of an item of a list.
  private func afterListMarker() -> Int {
    var place = start
    while place < end, ASCII.isBlank(bytes[place]) { place += 1 }
    var next = place
    while next < end, ASCII.isDigit(bytes[next]) { next += 1 }
    return next > place && next < end && (bytes[next] == 0x2E || bytes[next] == 0x29) ? next + 1 : place
  }

  /// A code span with more would be looked for in vain.
  private static let mostBackticks = 32

  /// A code span that begins at `place`; the place after it, or after the backticks where it has no end.
  private mutating func readCode(at place: Int, _ body: (Found) -> Void) -> Int {
    var inside = place
    while inside < end, bytes[inside] == 0x60 { inside += 1 }
    let count = inside - place
    guard count <= Self.mostBackticks, !unclosed.contains(count), let close = endOfCode(count, from: inside)
    else {
      unclosed.insert(count)
      return inside
    }
    if open.isEmpty {
      let range = trimmed(inside, close)
      if !range.isEmpty {
        reportItems(.code, range, isAlone && isItemEnd(close + count), body)
      }
    }
    return close + count
  }

  private func endOfCode(_ count: Int, from place: Int) -> Int? {
    var place = place
    while place < end {
      guard bytes[place] == 0x60 else {
        place += 1
        continue
      }
      let run = place
      while place < end, bytes[place] == 0x60 { place += 1 }
      if place - run == count { return run }
    }
    return nil
  }

  /// A bracket that closes at `place`; the place after the link.
  private mutating func close(at place: Int, _ body: (Found) -> Void) -> Int {
    guard let start = open.popLast() else { return place + 1 }
    let isInnermost = start == lastOpen
    if place + 1 < end, bytes[place + 1] == 0x28,
      let target = LinkDestination(bytes, at: place + 1, lineEnd: end)
    {
      open.removeAll()
      let kind: Found.Kind = target.isBracketed ? .bracketedTarget : .target
      if !target.range.isEmpty { report(kind, target.range, isAlone, body) }
      return target.end
    }
    if let target = spacedTarget(after: place) {
      report(.brackets, target, isAlone, body)
      return target.upper
    }
    let range = withoutCode(trimmed(start + 1, place))
    if isInnermost, !range.isEmpty {
      reportItems(.brackets, range, isAlone && isItemEnd(place + 1), body)
    }
    return place + 1
  }

  /// The path with blanks in the parentheses after the bracket at `place`: Markdown wants it in `<…>`, which is often
  /// forgotten.
  private func spacedTarget(after place: Int) -> ByteRange? {
    let start = place + 2
    guard start < end, bytes[start - 1] == 0x28,
      let close = bytes[start..<end].firstIndex(where: { ASCII.isOne($0, of: ")([") }), bytes[close] == 0x29
    else { return nil }
    let range = trimmed(start, close)
    return LinkText.readsLikeSpacedPath(LinkText.path(of: bytes[range.indices])) ? range : nil
  }

  /// Reports the files that are listed in `range`, or all of it.
  private func reportItems(
    _ kind: Found.Kind, _ range: ByteRange, _ isAlone: Bool, _ body: (Found) -> Void
  ) {
    for item in LinkText.items(of: bytes[range.indices]) {
      report(kind, ByteRange(item.startIndex, item.endIndex), isAlone, body)
    }
  }

  private func report(_ kind: Found.Kind, _ range: ByteRange, _ isAlone: Bool, _ body: (Found) -> Void) {
    body(Found(kind: kind, range: range, isAlone: isAlone, hasLabel: hasLabel))
  }

  /// Whether an item of a list of links ends at `place`: with the line, a comma, a bracket or a dash.
  private func isItemEnd(_ place: Int) -> Bool {
    var next = place
    while next < end, ASCII.isBlank(bytes[next]) || ASCII.isOne(bytes[next], of: ")]*_") { next += 1 }
    guard next < end else { return true }
    return ASCII.isOne(bytes[next], of: ",;([|-") || bytes[next] == 0xE2
  }

  /// Whether a few words alone, in bold or after a list marker, stand before the colon at `place`.
  private func isAfterLabel(_ place: Int) -> Bool {
    guard place + 1 == end || ASCII.isBlank(bytes[place + 1]) || bytes[place + 1] == 0x2A else {
      return false
    }
    return place - start <= 60 && !bytes[start..<place].contains { $0 == 0x2E || $0 == 0x3B }
  }

  private func trimmed(_ lower: Int, _ upper: Int) -> ByteRange {
    var (lower, upper) = (lower, upper)
    while lower < upper, ASCII.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, ASCII.isBlank(bytes[upper - 1]) { upper -= 1 }
    return ByteRange(lower, upper)
  }

  /// The range without backticks around it: [`path`].
  private func withoutCode(_ range: ByteRange) -> ByteRange {
    guard range.count > 2, bytes[range.lower] == 0x60, bytes[range.upper - 1] == 0x60 else { return range }
    return ByteRange(range.lower + 1, range.upper - 1)
  }
}
