import StatusSyntax
import StatusText

/// The dates that are in brackets below a phase's heading: `(Started: 2025-12-20T10:15:30Z)`, or two in one
/// pair of brackets.
enum PhaseBrackets {
  static func timestamps(beneath heading: Int, of outline: MarkdownOutline, _ source: SourceText)
    -> [TimestampClaim]
  {
    guard heading + 1 < outline.blocks.count else { return [] }
    let block = outline.blocks[heading + 1]
    guard block.kind == .paragraph, block.parent < 0 else { return [] }
    var claims: [TimestampClaim] = []
    var lineStart = block.range.lower
    while lineStart < block.range.upper {
      let lineEnd =
        source.bytes.lineEnd(from: lineStart, to: block.range.upper)
      claims += timestamps(onLine: ByteRange(lineStart, lineEnd), source)
      lineStart = lineEnd + 1
    }
    return claims
  }

  private static func timestamps(onLine line: ByteRange, _ source: SourceText) -> [TimestampClaim] {
    let bytes = source.bytes
    guard let open = bytes[line.indices].first(where: { !ASCII.isBlank($0) && $0 != 0x2A && $0 != 0x5F }),
      open == 0x28, let start = bytes[line.indices].firstIndex(of: 0x28)
    else { return [] }
    let end = bytes[start..<line.upper].lastIndex(of: 0x29) ?? line.upper
    var found: [(event: StatusEvent, name: ByteRange, value: ByteRange)] = []
    for part in bytes[start + 1..<end].split(whereSeparator: separates) where !part.allSatisfy(ASCII.isBlank)
    {
      if let colon = part.firstIndex(of: 0x3A) {
        let name = trimmed(ByteRange(part.startIndex, colon), bytes)
        let fieldName = bytes.withUnsafeBufferPointer {
          FieldName(UnsafeBufferPointer(rebasing: $0[name.indices]))
        }
        if let event = StatusEvent(field: fieldName) {
          found.append((event, name, ByteRange(colon + 1, part.endIndex)))
          continue
        }
      }
      // What is not a date of its own says more about the one before: a reason.
      if let last = found.indices.last {
        found[last].value = ByteRange(found[last].value.lower, part.endIndex)
      }
    }
    return found.map { event, name, value in
      let value = trimmed(value, bytes)
      return TimestampClaim(
        event: event, place: .phaseField, name: source.text(name), nameRange: name, valueRange: value,
        reading: Timestamp.read(source, in: value))
    }
  }

  /// A comma or semicolon; a bracket as well, as two dates may be in two pairs of brackets on one line.
  private static func separates(_ byte: UInt8) -> Bool { ASCII.isOne(byte, of: "(),;") }

  private static func trimmed(_ range: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var start = range.lower
    var end = range.upper
    while start < end, ASCII.isBlank(bytes[start]) || bytes[start] == 0x2A { start += 1 }
    while end > start, ASCII.isBlank(bytes[end - 1]) || bytes[end - 1] == 0x2A { end -= 1 }
    return ByteRange(start, end)
  }
}
