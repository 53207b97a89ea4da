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
  /// The bar in the same line.
  package let bar: ByteRange?

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

  init(done: ByteRange? = nil, total: ByteRange, percent: ByteRange? = nil, bar: ByteRange? = nil) {
    self.done = done
    self.total = total
    self.percent = percent
    self.bar = bar
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
        done: first, total: second, percent: Self.percent(bytes, line), bar: Self.bar(bytes, rest))
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

  /// A run of block elements, U+2580 to U+259F.
  private static func bar(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
    func isBlock(_ place: Int) -> Bool {
      place + 2 < range.upper && bytes[place] == 0xE2 && bytes[place + 1] == 0x96
    }
    guard let start = range.indices.first(where: isBlock) else { return nil }
    var end = start
    while isBlock(end) { end += 3 }
    return ByteRange(start, end)
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

extension CountClaim {
  /// The edits that make the line say `counting`, its percentage and its bar with it; nil if the bar is drawn in a way
  /// that is not known.
  package func edits(to counting: TaskCounts.Counting, in bytes: [UInt8]) -> [TextEdit]? {
    var edits = [TextEdit(total, with: "\(counting.total)")]
    if let done {
      edits.insert(TextEdit(done, with: "\(counting.done)"), at: 0)
      if let percent, counting.total > 0 {
        edits.append(TextEdit(percent, with: "\(counting.share(of: 100))"))
      }
      if let bar {
        guard let drawn = Self.drawn(counting, bytes[bar.indices]) else { return nil }
        edits.append(TextEdit(bar, replacement: drawn))
      }
    }
    return edits.filter { bytes[$0.range.indices] != $0.replacement[...] }.sorted { $0.range < $1.range }
  }

  private static let full: [UInt8] = Array("█".utf8)
  private static let light: [UInt8] = Array("░".utf8)

  /// A bar as long as `bar`, which is drawn with full and light blocks.
  private static func drawn(_ counting: TaskCounts.Counting, _ bar: ArraySlice<UInt8>) -> [UInt8]? {
    let blocks = stride(from: bar.startIndex, to: bar.endIndex, by: 3).map { bar[$0..<$0 + 3] }
    guard counting.total > 0, blocks.allSatisfy({ $0 == full[...] || $0 == light[...] }) else { return nil }
    let filled = min(counting.share(of: blocks.count), blocks.count)
    return (0..<blocks.count).flatMap { $0 < filled ? full : light }
  }
}
