import StatusText

/// A text of an example: its bytes, and the ranges that `«` and `»` enclose.
package struct MarkedText {
  /// The text without its marks, with a newline at the end unless it is empty.
  package private(set) var bytes: [UInt8] = []
  /// What the marks enclose, in order.
  package private(set) var marks: [ByteRange] = []

  /// Reads the marks out of `text`, and the bytes that are written as `\xHH`.
  package init(_ text: String) {
    var start = 0
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "«": start = bytes.count
      case "»": marks.append(ByteRange(start, bytes.count))
      case "\\" where rest.first == "x":
        bytes += [UInt8(rest.dropFirst().prefix(2), radix: 16)].compactMap(\.self)
        rest = rest.dropFirst(3)
      default: bytes += character.utf8
      }
    }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }
}
