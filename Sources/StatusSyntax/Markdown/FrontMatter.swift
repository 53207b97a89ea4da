import StatusText

/// Front matter: lines between `---` on the first line of a file and the next `---` or `...`.
enum FrontMatter {
  /// The YAML of a file that begins with `---`: the lines up to the next one that begins with `---`, as the readers of
  /// front matter in JavaScript find it. Nil if there is none or it never ends.
  static func yaml(in bytes: [UInt8]) -> ByteRange? {
    let mark = Array("---".utf8)
    let start = bytes.starts(with: JSONParser.byteOrderMark) ? JSONParser.byteOrderMark.count : 0
    let fence = ByteRange(start, bytes.lineEnd(from: start))
    guard bytes[fence.indices].starts(with: mark),
      bytes[fence.indices].dropFirst(mark.count).allSatisfy(ASCII.isBlank)
    else { return nil }
    let first = bytes.nextLine(after: fence.upper)
    return bytes.lines(in: ByteRange(first, bytes.count))
      .first { bytes[$0.indices].starts(with: mark) }
      .map { ByteRange(first, $0.lower) }
  }

  /// Skips front matter that begins on the next line of `scanner`.
  ///
  /// - Returns: the number of its lines, including both marks. If there is none or it never ends, 0, and
  ///   `scanner` does not move.
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

  /// Whether the line is three times `byte` at the left margin, followed only by blanks.
  private static func isMark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: LineScanner, _ byte: UInt8
  ) -> Bool {
    guard line.end - line.start >= 3 else { return false }
    for offset in line.start..<line.start + 3 where bytes[offset] != byte { return false }
    for offset in line.start + 3..<line.end where !ASCII.isBlank(bytes[offset]) { return false }
    return true
  }
}
