import StatusSyntax
import StatusText

extension Field {
  /// The parts of a value that names numbers: the value, with the lines after it if it ends in a comma; or the lines below
  /// the name, each without the mark of a list item and its check box: `- [ ] 12`, `1. #12`.
  func listed(in source: SourceText) -> [ByteRange] {
    if let last = source.bytes[valueRange.indices].last {
      return [ASCII.isOne(last, of: ",;&") ? region : valueRange]
    }
    return source.bytes.lines(in: region).map { Self.withoutListMark($0, source.bytes) }.filter {
      !$0.isEmpty
    }
  }

  private static func withoutListMark(_ line: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var text = bytes[line.indices].drop(while: ASCII.isBlank)
    let ordinal = text.prefix(while: ASCII.isDigit)
    let mark = text.dropFirst(ordinal.count)
    let isMark = mark.first.map { ASCII.isOne($0, of: ordinal.isEmpty ? "-*+" : ".)") } ?? false
    if isMark, mark.dropFirst().first.map(ASCII.isBlank) ?? true {
      text = mark.dropFirst().drop(while: ASCII.isBlank)
    }
    if text.count > 2, text.first == UInt8(ascii: "["), text[text.startIndex + 2] == UInt8(ascii: "]"),
      !ASCII.isDigit(text[text.startIndex + 1])
    {
      text = text.dropFirst(3)
    }
    return ByteRange(text.startIndex, line.upper)
  }
}
