import StatusText

/// Which lines of a field are in a code fence or a comment, told line by line.
struct HiddenLines {
  private var fence: (byte: UInt8, count: Int)?
  private var isInComment = false

  /// Whether the next line is a part of fenced code or is in a comment; a line of a comment is so as a whole.
  mutating func hides(_ line: ArraySlice<UInt8>) -> Bool {
    if let open = fence {
      if let close = Self.fence(line), close.byte == open.byte, close.count >= open.count { fence = nil }
      return true
    }
    if isInComment {
      isInComment = !Self.contains(line, "-->")
      return true
    }
    if let open = Self.fence(line) {
      fence = open
      return true
    }
    guard Self.contains(line, "<!--") else { return false }
    isInComment = !Self.contains(line, "-->")
    return true
  }

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
      if rest[start...].starts(with: word) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}
