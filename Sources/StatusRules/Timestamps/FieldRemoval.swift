import StatusDiagnostics
import StatusModel
import StatusText

/// Takes a field or member out of its file, where that is the work of one edit.
enum FieldRemoval {
  /// The fix that removes the field of `claim`; nil where it shares its line with something else.
  static func fix(_ applicability: Fix.Applicability, _ claim: TimestampClaim, of item: DatedItem) -> Fix? {
    let bytes = item.source.bytes
    let range = item.isJSON ? member(claim, bytes) : line(claim, bytes)
    return range.map {
      Fix(
        applicability, "remove \(claim.name)", at: Location(path: item.source.path, range: $0), with: "")
    }
  }

  /// The member with one of the commas beside it, so that what stays keeps its layout.
  private static func member(_ claim: TimestampClaim, _ bytes: [UInt8]) -> ByteRange? {
    var end = claim.valueRange.upper
    let isQuoted =
      end < bytes.count && bytes[end] == quote && claim.valueRange.lower > 0
      && bytes[claim.valueRange.lower - 1] == quote
    if isQuoted { end += 1 }
    guard
      let before = bytes[..<claim.nameRange.lower].lastIndex(where: { !ASCII.isWhitespace($0) }),
      let after = bytes[end...].firstIndex(where: { !ASCII.isWhitespace($0) })
    else { return nil }
    switch (bytes[before], bytes[after]) {
    case (UInt8(ascii: ","), UInt8(ascii: ",")), (UInt8(ascii: "{"), UInt8(ascii: ",")):
      return ByteRange(before + 1, after + 1)
    case (UInt8(ascii: ","), UInt8(ascii: "}")): return ByteRange(before, end)
    default: return nil
    }
  }

  /// The whole line, when it holds nothing else and the next one does not continue it.
  private static func line(_ claim: TimestampClaim, _ bytes: [UInt8]) -> ByteRange? {
    let name = claim.nameRange.lower
    let start = bytes[..<name].lastIndex(where: ASCII.isLineEnd).map { $0 + 1 } ?? 0
    guard bytes[start..<name].allSatisfy({ ASCII.isBlank($0) || "-*+".utf8.contains($0) }),
      // Asterisks around the name tell a field from a date in brackets.
      name > start, bytes[name - 1] == UInt8(ascii: "*")
    else { return nil }
    var end = claim.nameRange.upper
    while end < bytes.count, !ASCII.isLineEnd(bytes[end]) { end += 1 }
    guard claim.valueRange.upper <= end else { return nil }
    if end < bytes.count, bytes[end] == ASCII.carriageReturn { end += 1 }
    if end < bytes.count, bytes[end] == ASCII.lineFeed { end += 1 }
    return isContinued(from: start, at: end, bytes) ? nil : ByteRange(start, end)
  }

  /// Whether the line at `next` may belong to the one at `start`: it is indented deeper, or plain text.
  private static func isContinued(from start: Int, at next: Int, _ bytes: [UInt8]) -> Bool {
    var offset = next
    while offset < bytes.count, ASCII.isBlank(bytes[offset]) { offset += 1 }
    guard offset < bytes.count, !ASCII.isLineEnd(bytes[offset]) else { return false }
    let indentation = bytes[start...].prefix { ASCII.isBlank($0) }.count
    return offset - next > indentation || !"-*+#|<>`~".utf8.contains(bytes[offset])
  }

  private static let quote = UInt8(ascii: "\"")
}
