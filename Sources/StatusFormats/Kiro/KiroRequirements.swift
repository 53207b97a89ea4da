import StatusClaims
import StatusSyntax
import StatusText

/// The requirements of a spec by their numbers, with the number of the last criterion of each.
struct KiroRequirements {
  /// A requirement.
  struct Requirement {
    let range: ByteRange
    /// The highest number of its criteria; 0 if they have none.
    var lastCriterion: Int
  }

  private(set) var all: [Int: Requirement] = [:]

  /// The requirements in `file`: headings with a word and a number; without such, headings that are a number.
  init(_ file: PlanFile) {
    guard let outline = file.outline else { return }
    let bytes = file.source.bytes
    let headings = outline.blocks.filter { $0.kind == .heading && !outline.isQuoted($0) }
    var starts = headings.compactMap { block in Self.number(bytes, block.text).map { ($0, block.range) } }
    // A heading that was broken in two: the number is on the next line.
    starts += outline.blocks.filter { $0.kind == .paragraph }.compactMap { block in
      Self.number(bytes, block.range).map { ($0, block.range) }
    }
    if starts.isEmpty {
      starts = headings.filter { $0.level == 3 }.compactMap { block in
        Self.bareNumber(bytes, block.text).map { ($0, block.range) }
      }
    }
    starts.sort { $0.1 < $1.1 }
    for (index, (number, range)) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].1.lower : bytes.count
      let last = Self.lastCriterion(of: number, outline, bytes, ByteRange(range.upper, end))
      if let known = all[number], known.lastCriterion >= last { continue }
      all[number] = Requirement(range: range, lastCriterion: last)
    }
  }

  private static let words = ["requirement", "需求", "要件", "exigence", "requisito", "anforderung", "요구사항"].map {
    Array($0.utf8)
  }

  /// The number in "Requirement 2: Soup".
  private static func number(_ bytes: [UInt8], _ text: ByteRange) -> Int? {
    guard
      let word = words.first(where: { word in
        text.lower + word.count < text.upper
          && word.indices.allSatisfy { ASCII.lowercased(bytes[text.lower + $0]) == word[$0] }
      })
    else { return nil }
    var place = text.lower + word.count
    while place < text.upper, ASCII.isBlank(bytes[place]) { place += 1 }
    return integer(bytes, place, text.upper)?.value
  }

  private static func bareNumber(_ bytes: [UInt8], _ text: ByteRange) -> Int? {
    guard let number = integer(bytes, text.lower, text.upper), number.end < text.upper,
      bytes[number.end] == UInt8(ascii: "."),
      number.end + 1 == text.upper || ASCII.isBlank(bytes[number.end + 1])
    else { return nil }
    return number.value
  }

  private static func integer(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (value: Int, end: Int)? {
    guard start < limit else { return nil }
    let digits = bytes[start..<limit].prefix { ASCII.isDigit($0) }
    guard digits.count < 5, let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    return (value, digits.endIndex)
  }

  /// The highest number of the criteria in a section: of a list as Markdown renders it, and as it is written.
  private static func lastCriterion(
    of requirement: Int, _ outline: MarkdownOutline, _ bytes: [UInt8], _ range: ByteRange
  ) -> Int {
    var last = 0
    var previous: (number: Int, parent: Int32)?
    let first = outline.blocks.partitioningIndex { $0.range.lower >= range.lower }
    for block in outline.blocks[first...].prefix(while: { $0.range.lower < range.upper })
    where block.kind == .listItem || range.contains(block.range) {
      if block.kind == .listItem, let written = integer(bytes, block.marker.lower, block.marker.upper)?.value
      {
        let number = previous.map { $0.parent == block.parent ? $0.number + 1 : written } ?? written
        if previous?.parent == block.parent || previous == nil || block.parent < 0 {
          previous = (number, block.parent)
        }
        last = max(last, number, written)
      } else if block.parent < 0, block.kind != .listItem, block.kind != .field {
        previous = nil
      }
    }
    // "1.2" at the beginning of a line is a criterion with its full number.
    for line in bytes.lines(in: range) {
      var place = line.lower
      while place < line.upper, ASCII.isBlank(bytes[place]) || ASCII.isOne(bytes[place], of: "-*+#_[]()ACR") {
        place += 1
      }
      guard let number = integer(bytes, place, line.upper), number.value == requirement,
        number.end < line.upper,
        bytes[number.end] == UInt8(ascii: "."), let criterion = integer(bytes, number.end + 1, line.upper)
      else { continue }
      last = max(last, criterion.value)
    }
    return last
  }
}
