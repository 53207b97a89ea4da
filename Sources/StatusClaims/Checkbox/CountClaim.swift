import StatusSyntax
import StatusText

/// A number of tasks that a line of a list of tasks names: "**Total Tasks**: 65", "**Progress**: 53/65 tasks complete",
/// a row "Total" of a table.
package struct CountClaim: Sendable {
  /// How many are said to be ticked; nil if only the total is named.
  package let done: ByteRange?
  /// How many there are said to be.
  package let total: ByteRange
  /// The percentage in the same line, without its sign.
  package let percent: ByteRange?
  /// Whether the line draws a bar, which an edit of numbers would contradict.
  package let hasBar: Bool

  /// The claims of a file, outside of code, quotes and tasks.
  package static func all(in list: Checklist, _ outline: MarkdownOutline) -> [CountClaim] {
    let bytes = list.source.bytes
    var claims: [CountClaim] = []
    var box = 0
    for block in outline.blocks {
      guard block.kind == .paragraph || block.kind == .table, mayCount(bytes, block.range),
        !outline.isQuoted(block)
      else { continue }
      while box < list.boxes.count, list.boxes[box].range.lower < block.range.lower { box += 1 }
      if box < list.boxes.count, block.range.contains(list.boxes[box].range) { continue }
      if block.kind == .table {
        claims += TaskTable(bytes, block.range)?.claims ?? []
      } else {
        claims += bytes.lines(in: block.range).compactMap { CountClaim(bytes, $0) }
      }
    }
    return claims
  }

  init(done: ByteRange? = nil, total: ByteRange, percent: ByteRange? = nil, hasBar: Bool = false) {
    self.done = done
    self.total = total
    self.percent = percent
    self.hasBar = hasBar
  }

  /// Whether a block has a digit, which few have beside one of the words; the test is cheap.
  private static func mayCount(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    range.indices.contains { ASCII.isDigit(bytes[$0]) }
  }

  /// The claim that a line begins with.
  private init?(_ bytes: [UInt8], _ line: ByteRange) {
    var cursor = Cursor(bytes: bytes, place: line.lower, end: line.upper)
    cursor.skip(" \t*_-+")
    let isProgress = cursor.take("progress")
    let isTotal = !isProgress && cursor.take("total")
    guard isProgress || isTotal else { return nil }
    cursor.skip(" \t")
    let namesTasks = cursor.take("tasks") || cursor.take("task count")
    cursor.skip(" \t*_")
    guard cursor.take(":") else { return nil }
    cursor.skip(" \t*_`")
    guard let first = cursor.number() else { return nil }
    cursor.skip(" \t")
    if isProgress {
      guard cursor.take("/") else { return nil }
      cursor.skip(" \t")
      guard let second = cursor.number() else { return nil }
      cursor.skip(" \t*_`")
      guard namesTasks || cursor.take("task") else { return nil }
      let rest = ByteRange(second.upper, line.upper)
      self.init(
        done: first, total: second, percent: Self.percent(bytes, line), hasBar: Self.hasBar(bytes, rest))
    } else {
      cursor.skip(" \t*_`")
      guard namesTasks ? !cursor.goesOn : cursor.take("tasks") && !cursor.goesOn else { return nil }
      self.init(total: first)
    }
  }

  private static func percent(_ bytes: [UInt8], _ line: ByteRange) -> ByteRange? {
    guard let sign = bytes[line.indices].firstIndex(of: UInt8(ascii: "%")) else { return nil }
    var start = sign
    while start > line.lower, ASCII.isDigit(bytes[start - 1]) { start -= 1 }
    let isFraction = start > line.lower && ASCII.isOne(bytes[start - 1], of: ".,")
    return start < sign && !isFraction ? ByteRange(start, sign) : nil
  }

  private static func hasBar(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    // Block elements, U+2580 to U+259F.
    range.indices.dropLast(2).contains { bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x96 }
  }

  /// A place in a line that moves on.
  private struct Cursor {
    let bytes: [UInt8]
    var place: Int
    let end: Int

    mutating func skip(_ characters: StaticString) {
      while place < end, ASCII.isOne(bytes[place], of: characters) { place += 1 }
    }

    mutating func take(_ word: StaticString) -> Bool {
      guard ASCII.begins(bytes, at: place, before: end, with: word) else { return false }
      place += word.utf8CodeUnitCount
      return true
    }

    mutating func number() -> ByteRange? {
      let start = place
      while place < end, ASCII.isDigit(bytes[place]), place - start < 6 { place += 1 }
      // A fraction or a longer number is none of these.
      let isWhole = place == end || !ASCII.isAlphanumeric(bytes[place])
      return place > start && isWhole ? ByteRange(start, place) : nil
    }

    /// Whether the number is a part of something else: a range, a sum, or so many hours.
    var goesOn: Bool {
      guard place < end else { return false }
      return ASCII.isAlphanumeric(bytes[place]) && !ASCII.begins(bytes, at: place, before: end, with: "task")
        || ASCII.isOne(bytes[place], of: "-~/+.") && place + 1 < end && ASCII.isDigit(bytes[place + 1])
        || UnicodeBlank.dashLength(at: place, to: end, in: bytes[...]) > 0 && place + 3 < end
          && ASCII.isDigit(bytes[place + 3])
    }
  }
}
