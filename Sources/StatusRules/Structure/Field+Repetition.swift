import StatusModel
import StatusText

extension Field {
  /// Whether nothing hangs on its line, so that it can be taken out whole.
  func standsAlone(in source: SourceText) -> Bool {
    source.bytes[valueRange.upper..<max(valueRange.upper, region.upper)].allSatisfy { ASCII.isWhitespace($0) }
  }

  /// Whether only fields and items of lists stand between the value of an earlier field and this one. After a line like a
  /// heading, a bold line or a paragraph, the field may be another item's.
  func isBesides(_ earlier: ByteRange, in source: SourceText) -> Bool {
    let end = max(earlier.upper, nameRange.lower)
    // What follows the earlier value on its line, and what stands before this name, are parts of their own lines.
    let lines = source.bytes[earlier.upper..<end].split(
      omittingEmptySubsequences: false, whereSeparator: ASCII.isLineEnd)
    return lines.dropFirst().dropLast().allSatisfy { Self.isFieldOrItem($0) }
  }

  private static func isFieldOrItem(_ line: ArraySlice<UInt8>) -> Bool {
    var text = line.drop(while: ASCII.isBlank)
    guard let first = text.first else { return true }
    let isItem = "-+*".utf8.contains(first) && text.dropFirst().first.map(ASCII.isBlank) ?? false
    if isItem { text = text.dropFirst().drop(while: ASCII.isBlank) }
    guard text.starts(with: "**".utf8) else {
      return isItem && text.first != UInt8(ascii: "#")
        || !isItem && text.startIndex > line.startIndex + 1
          && text.first != UInt8(ascii: "#")
    }
    // `**Name**: value` or `**Name:** value`.
    let name = text.dropFirst(2)
    guard let close = name.firstIndex(of: UInt8(ascii: "*")) else { return false }
    let isNamed =
      name[..<close].last == UInt8(ascii: ":")
      || name[close...].drop { $0 == UInt8(ascii: "*") }.first == UInt8(ascii: ":")
    let words = String(decoding: name[..<close], as: UTF8.self)
    return isNamed && !words.lowercased().hasPrefix("phase")
  }
}
