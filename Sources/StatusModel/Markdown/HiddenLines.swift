import StatusText

/// Which lines of a field or an HTML block are in a code fence, a comment or verbatim text, told line by line.
struct HiddenLines {
  private var fence: (byte: UInt8, count: Int)?
  /// What ends the comment or the verbatim text.
  private var ending: StaticString?

  /// Whether the next line is a part of fenced code, or is in a comment or verbatim; a line of these is so as a whole.
  mutating func hides(_ range: ByteRange, of bytes: [UInt8]) -> Bool {
    let line = bytes[range.indices]
    if let open = fence {
      if let close = Self.fence(line), close.byte == open.byte, close.count >= open.count { fence = nil }
      return true
    }
    if let end = ending {
      if Self.contains(line, end) { ending = nil }
      return true
    }
    if let open = Self.fence(line) {
      fence = open
      return true
    }
    guard bytes.contains(UInt8(ascii: "<"), in: range), let end = Self.ending(of: line) else { return false }
    if !Self.contains(line, end) { ending = end }
    return true
  }

  /// What ends the comment that begins on a line, or the verbatim text on a line that begins with a tag.
  private static func ending(of line: ArraySlice<UInt8>) -> StaticString? {
    if contains(line, "<!--") { return "-->" }
    guard line.first(where: { !ASCII.isBlank($0) }) == UInt8(ascii: "<") else { return nil }
    return verbatim.first { contains(line, $0.opening) }?.closing
  }

  private static let verbatim: [(opening: StaticString, closing: StaticString)] = [
    ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>"), ("<textarea", "</textarea>"),
  ]

  /// Whether a line begins or ends fenced code.
  static func isFence(_ line: ArraySlice<UInt8>) -> Bool { fence(line) != nil }

  /// The fence that a line begins with, after blanks and list markers.
  private static func fence(_ line: ArraySlice<UInt8>) -> (byte: UInt8, count: Int)? {
    let rest = line.drop { ASCII.isBlank($0) || $0 == 0x2D || $0 == 0x2A || $0 == 0x2B }
    guard let byte = rest.first, byte == 0x60 || byte == 0x7E else { return nil }
    let count = rest.prefix { $0 == byte }.count
    return count >= 3 ? (byte, count) : nil
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var rest = line
    while let start = rest.firstIndex(of: word[0]) {
      if rest[start...].prefix(word.count).lazy.map(ASCII.lowercased).elementsEqual(word) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}
