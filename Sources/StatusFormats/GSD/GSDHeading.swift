import StatusClaims
import StatusText

/// The heading in a line: `## Title`.
struct GSDHeading {
  let level: Int
  /// The text, without the marks.
  let text: ByteRange

  /// The heading in `line`; nil if it is not one.
  init?(_ source: SourceText, _ line: ByteRange) {
    let marks = source.bytes[line.indices].prefix { $0 == UInt8(ascii: "#") }.count
    let end = line.lower + marks
    guard (1...6).contains(marks), end == line.upper || ASCII.isBlank(source.bytes[end]) else { return nil }
    level = marks
    text = source.trimmed(ByteRange(end, line.upper), "#")
  }
}
