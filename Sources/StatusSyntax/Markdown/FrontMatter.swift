import StatusText

/// Front matter: lines between `---` on the first line of a file and the next `---` or `...`.
enum FrontMatter {
  /// Passes over the front matter that begins on the next line of `scanner`.
  ///
  /// - Returns: how many lines it has, both marks counted; 0 where there is none or it never ends, and then
  ///   `scanner` stays where it was.
  static func skip(_ bytes: UnsafeBufferPointer<UInt8>, _ scanner: inout LineScanner) -> UInt32 {
    var ahead = scanner
    guard ahead.advance(), isMark(bytes, ahead, UInt8(ascii: "-")) else { return 0 }
    var lines: UInt32 = 1
    while ahead.advance() {
      lines += 1
      guard isMark(bytes, ahead, UInt8(ascii: "-")) || isMark(bytes, ahead, UInt8(ascii: ".")) else {
        continue
      }
      scanner = ahead
      return lines
    }
    return 0
  }

  /// Whether the line is three of `byte` at the left margin, and then only blanks.
  private static func isMark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: LineScanner, _ byte: UInt8
  ) -> Bool {
    guard line.end - line.start >= 3 else { return false }
    for offset in line.start..<line.start + 3 where bytes[offset] != byte { return false }
    for offset in line.start + 3..<line.end where !ASCII.isBlank(bytes[offset]) { return false }
    return true
  }
}
