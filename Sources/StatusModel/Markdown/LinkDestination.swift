import StatusText

/// The destination of an inline link, as CommonMark has it: balanced parentheses or `<…>`, and perhaps a title.
struct LinkDestination {
  /// The destination's bytes, without angle brackets.
  let range: ByteRange
  /// Whether it is in `<…>`, where it may have blanks.
  let isBracketed: Bool
  /// The place after the closing parenthesis.
  let end: Int

  /// The most parentheses that may be open at once, as other readers have it.
  private static let mostOpen = 32

  /// The destination whose opening parenthesis is at `place`, on a line that ends at `lineEnd`; nil for none.
  init?(_ bytes: [UInt8], at place: Int, lineEnd: Int) {
    let start = Self.afterBlanks(bytes, place + 1, lineEnd)
    guard start < lineEnd else { return nil }
    let after: Int
    if bytes[start] == 0x3C {
      guard let close = Self.endOfBracketed(bytes, start + 1, lineEnd) else { return nil }
      (range, isBracketed, after) = (ByteRange(start + 1, close), true, close + 1)
    } else {
      let close = Self.endOfPlain(bytes, start, lineEnd)
      (range, isBracketed, after) = (ByteRange(start, close), false, close)
    }
    guard let end = Self.endOfLink(bytes, after, lineEnd) else { return nil }
    self.end = end
  }

  private static func afterBlanks(_ bytes: [UInt8], _ place: Int, _ lineEnd: Int) -> Int {
    var place = place
    while place < lineEnd, ASCII.isBlank(bytes[place]) { place += 1 }
    return place
  }

  private static func endOfBracketed(_ bytes: [UInt8], _ start: Int, _ lineEnd: Int) -> Int? {
    var place = start
    while place < lineEnd, bytes[place] != 0x3E {
      if bytes[place] == 0x3C { return nil }
      place += isEscape(bytes, place, lineEnd) ? 2 : 1
    }
    return place < lineEnd ? place : nil
  }

  private static func endOfPlain(_ bytes: [UInt8], _ start: Int, _ lineEnd: Int) -> Int {
    var place = start
    var open = 0
    while place < lineEnd, !ASCII.isBlank(bytes[place]) {
      if bytes[place] == 0x28 {
        open += 1
        if open > mostOpen { break }
      } else if bytes[place] == 0x29 {
        if open == 0 { break }
        open -= 1
      }
      place += isEscape(bytes, place, lineEnd) ? 2 : 1
    }
    return min(place, lineEnd)
  }

  /// The place after the parenthesis that closes the link, which blanks and a title may come before.
  private static func endOfLink(_ bytes: [UInt8], _ place: Int, _ lineEnd: Int) -> Int? {
    var next = afterBlanks(bytes, place, lineEnd)
    if next > place, next < lineEnd, let closing = closingQuote(bytes[next]) {
      next += 1
      while next < lineEnd, bytes[next] != closing {
        // A title in parentheses has none in it (CommonMark 6.3); the next link's is not searched again.
        if closing == 0x29, bytes[next] == 0x28 { return nil }
        next += isEscape(bytes, next, lineEnd) ? 2 : 1
      }
      next = afterBlanks(bytes, next + 1, lineEnd)
    }
    return next < lineEnd && bytes[next] == 0x29 ? next + 1 : nil
  }

  private static func closingQuote(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x22, 0x27: byte
    case 0x28: 0x29
    default: nil
    }
  }

  /// A backslash before ASCII punctuation takes its meaning away.
  static func isEscape(_ bytes: [UInt8], _ place: Int, _ lineEnd: Int) -> Bool {
    bytes[place] == 0x5C && place + 1 < lineEnd && ASCII.isPunctuation(bytes[place + 1])
  }

  /// `path` without the backslashes before punctuation.
  static func unescaped(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard path.contains(0x5C) else { return path }
    var bytes: [UInt8] = []
    var place = path.startIndex
    while place < path.endIndex {
      if path[place] == 0x5C, place + 1 < path.endIndex, ASCII.isPunctuation(path[place + 1]) { place += 1 }
      bytes.append(path[place])
      place += 1
    }
    return bytes[...]
  }
}
