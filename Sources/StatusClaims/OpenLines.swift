import StatusSyntax
import StatusText

/// The lines of a Markdown file in which something can be claimed: outside of fenced code, comments and front matter. A
/// comment that begins or ends within a line takes its part of it.
package struct OpenLines: Sendable {
  /// The lines in order, without their line endings.
  package let ranges: [ByteRange]

  /// The lines of `file`.
  package init(_ file: PlanFile) {
    let bytes = file.source.bytes
    let hidden = Self.hidden(in: file)
    var ranges: [ByteRange] = []
    var next = 0
    for line in bytes.lines(in: ByteRange(0, bytes.count)) {
      while next < hidden.count, hidden[next].upper <= line.lower { next += 1 }
      guard next < hidden.count, hidden[next].lower < line.upper else {
        ranges.append(line)
        continue
      }
      let cut = hidden[next]
      if cut.lower > line.lower {
        ranges.append(ByteRange(line.lower, cut.lower))
      } else if cut.upper < line.upper {
        ranges.append(ByteRange(cut.upper, line.upper))
      }
    }
    self.ranges = ranges
  }

  /// What is hidden, in order.
  private static func hidden(in file: PlanFile) -> [ByteRange] {
    let blocks = file.outline?.blocks ?? []
    let code = blocks.filter { $0.kind == .frontMatter || $0.kind == .code && $0.isFenced }.map(\.range)
    return (code + comments(file.source.bytes, outside: code)).sorted()
  }

  private static func comments(_ bytes: [UInt8], outside code: [ByteRange]) -> [ByteRange] {
    var found: [ByteRange] = []
    var place = 0
    var next = 0
    while true {
      place = bytes.offset(of: UInt8(ascii: "<"), from: place, to: bytes.count)
      if place == bytes.count { return found }
      while next < code.count, code[next].upper <= place { next += 1 }
      if next < code.count, code[next].lower <= place {
        place = code[next].upper
      } else if ASCII.begins(bytes, at: place, before: bytes.count, with: "<!--") {
        guard let end = Self.end(bytes, from: place + 4) else {
          // Only a comment that is a block of its own lasts until the end of the file.
          let isBlock = bytes[bytes.lineStart(before: place)..<place].allSatisfy(ASCII.isBlank)
          return isBlock ? found + [ByteRange(place, bytes.count)] : found
        }
        found.append(ByteRange(place, end))
        place = end
      } else {
        place += 1
      }
    }
  }

  private static func end(_ bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while true {
      place = bytes.offset(of: UInt8(ascii: ">"), from: place, to: bytes.count)
      if place == bytes.count { return nil }
      if place >= start + 2, bytes[place - 1] == UInt8(ascii: "-"), bytes[place - 2] == UInt8(ascii: "-") {
        return place + 1
      }
      place += 1
    }
  }
}
