import StatusModel
import StatusText

/// How a field line is written, for another one that is to look like it.
struct FieldStyle {
  /// What stands before the name on its line: `- **`.
  private let opening: String
  /// What stands between the name and its value: `**: `.
  private let separator: String
  /// The line's end.
  private let lineEnd: String
  /// Where the line begins.
  let lineStart: Int

  /// The style of `field`; nil when more than a list marker stands before its name.
  init?(of field: Field, in source: SourceText) {
    let bytes = source.bytes
    let start = bytes[..<field.nameRange.lower].lastIndex { ASCII.isLineEnd($0) }.map { $0 + 1 } ?? 0
    let opening = bytes[start..<field.nameRange.lower]
    guard opening.allSatisfy({ ASCII.isBlank($0) || $0 == 0x2A || $0 == 0x2B || $0 == 0x2D }) else {
      return nil
    }
    let separator = bytes[field.nameRange.upper..<max(field.nameRange.upper, field.valueRange.lower)]
    let isPlain =
      separator.allSatisfy { ASCII.isBlank($0) || $0 == 0x2A || $0 == 0x3A } && separator.last == ASCII.space
    lineStart = start
    self.opening = String(decoding: opening, as: UTF8.self)
    self.separator = isPlain ? String(decoding: separator, as: UTF8.self) : "**: "
    let end = bytes[field.nameRange.upper...].firstIndex { ASCII.isLineEnd($0) } ?? bytes.count
    let isCRLF =
      end + 1 < bytes.count && bytes[end] == ASCII.carriageReturn && bytes[end + 1] == ASCII.lineFeed
    lineEnd = isCRLF ? "\r\n" : "\n"
  }

  /// The line of a field.
  func line(_ name: String, _ value: String) -> String { "\(opening)\(name)\(separator)\(value)\(lineEnd)" }
}
