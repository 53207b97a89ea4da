import StatusText

/// A heading that says that everything below it is done: "Phase 1: Setup ✅ COMPLETE".
struct DoneHeading {
  /// The mark, with the blanks before it, or after it at the beginning.
  let mark: ByteRange

  /// The mark of a heading with a number in it; nil without one.
  init?(_ bytes: [UInt8], _ text: ByteRange) {
    guard bytes[text.indices].contains(where: ASCII.isDigit) else { return nil }
    if let length = Self.sign(bytes, at: text.lower, before: text.upper) {
      var end = text.lower + length
      while end < text.upper, ASCII.isBlank(bytes[end]) { end += 1 }
      mark = ByteRange(text.lower, end)
      return
    }
    guard var start = Self.endMark(bytes, text) else { return nil }
    while start > text.lower, ASCII.isBlank(bytes[start - 1]) { start -= 1 }
    mark = ByteRange(start, text.upper)
  }

  /// Where the mark at the end of a heading begins.
  private static func endMark(_ bytes: [UInt8], _ text: ByteRange) -> Int? {
    if let start = signBefore(bytes, text.upper, from: text.lower) { return start }
    var end = text.upper
    let isBracketed = end > text.lower && ASCII.isOne(bytes[end - 1], of: ")]")
    if isBracketed { end -= 1 }
    for word: StaticString in ["completed", "complete", "done"] {
      let start = end - word.utf8CodeUnitCount
      guard start > text.lower, ASCII.begins(bytes, at: start, before: end, with: word) else { continue }
      if isBracketed { return ASCII.isOne(bytes[start - 1], of: "([") ? start - 1 : nil }
      var before = start
      while before > text.lower, ASCII.isBlank(bytes[before - 1]) || ASCII.isOne(bytes[before - 1], of: "*") {
        before -= 1
      }
      if let sign = signBefore(bytes, before, from: text.lower) { return sign }
      guard before > text.lower + 1 else { return nil }
      if ASCII.isOne(bytes[before - 1], of: "-"), ASCII.isBlank(bytes[before - 2]) { return before - 1 }
      let isDash =
        before >= text.lower + 3 && UnicodeBlank.dashLength(at: before - 3, to: before, in: bytes[...]) == 3
      return isDash ? before - 3 : nil
    }
    return nil
  }

  private static let signs = ["✅", "✔️", "✔", "☑️", "☑", "[x]", "[X]"].map { Array($0.utf8) }

  /// The length of a tick at `place`.
  private static func sign(_ bytes: [UInt8], at place: Int, before end: Int) -> Int? {
    signs.first { place + $0.count <= end && bytes[place..<place + $0.count].elementsEqual($0) }?.count
  }

  /// Where a tick begins that ends at `end`.
  private static func signBefore(_ bytes: [UInt8], _ end: Int, from start: Int) -> Int? {
    signs.lazy.map { end - $0.count }.first { $0 >= start && sign(bytes, at: $0, before: end) == end - $0 }
  }
}
