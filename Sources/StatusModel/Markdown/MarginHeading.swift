import StatusSyntax
import StatusText

/// A line with the marks of a heading at the left margin. Where it is one, Markdown begins anew: it ends all blocks above.
package struct MarginHeading {
  /// Where the line begins.
  package let start: Int
  /// How many marks it has.
  package let level: Int

  /// The first one after the front matter; nil if there is none.
  package init?(firstIn bytes: [UInt8]) { self.init(from: FrontMatter.end(in: bytes), in: bytes) }

  /// The first one from `offset` on; nil if there is none.
  package init?(from offset: Int, in bytes: [UInt8]) {
    var offset = offset
    while offset < bytes.count {
      offset = bytes.offset(of: UInt8(ascii: "#"), from: offset, to: bytes.count)
      if let heading = Self(at: offset, in: bytes) {
        self = heading
        return
      }
      offset += 1
    }
    return nil
  }

  /// The one that begins at `offset`; nil if none does.
  package init?(at offset: Int, in bytes: [UInt8]) {
    guard offset < bytes.count, offset == 0 || ASCII.isLineEnd(bytes[offset - 1]) else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard 1...6 ~= end - offset, end == bytes.count || ASCII.isWhitespace(bytes[end]) else { return nil }
    start = offset
    level = end - offset
  }
}
