import StatusText

/// Front matter: lines between `---` on the first line of a file and the next `---` or `...`.
package enum FrontMatter {
  private static let mark: StaticString = "---"

  /// The YAML of a file that begins with `---`: the lines up to the next one that begins with `---`, as the readers of
  /// front matter in JavaScript find it. Nil if there is none or it never ends.
  static func yaml(in bytes: [UInt8]) -> ByteRange? {
    let start = bytes.starts(with: JSONParser.byteOrderMark) ? JSONParser.byteOrderMark.count : 0
    guard ASCII.begins(bytes, at: start, before: bytes.count, with: mark) else { return nil }
    let fenceEnd = bytes.lineEnd(from: start)
    guard bytes[start + mark.utf8CodeUnitCount..<fenceEnd].allSatisfy(ASCII.isBlank) else { return nil }
    let first = bytes.nextLine(after: fenceEnd)
    for line in bytes.lines(in: ByteRange(first, bytes.count))
    where ASCII.begins(bytes, at: line.lower, before: line.upper, with: mark) {
      return ByteRange(first, line.lower)
    }
    return nil
  }

  /// The offset after the front matter of a Markdown file with these bytes; 0 if it has none.
  package static func end(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = LineScanner(bytes, from: bytes.starts(with: JSONParser.byteOrderMark) ? 3 : 0)
      return skip(bytes, &scanner) > 0 ? scanner.end : 0
    }
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
