import Glibc
import StatusText

/// Finds the lines that git leaves in a file when a merge needs a person: `<<<<<<<` to `>>>>>>>`.
enum ConflictMarkers {
  /// The marker lines of every conflict that has its beginning and its end; lines that begin in `excluded`
  /// (sorted) do not count.
  static func find(in bytes: [UInt8], outside excluded: [ByteRange]) -> [ByteRange] {
    bytes.withUnsafeBufferPointer { bytes in
      // Without a beginning there is no conflict: one fast search answers for nearly every file.
      guard let start = firstBeginning(in: bytes) else { return [] }
      var markers: [ByteRange] = []
      var open: [ByteRange] = []
      var next = 0
      var lineStart = start
      while lineStart < bytes.count {
        let first = bytes[lineStart]
        if first == UInt8(ascii: "<") || first == UInt8(ascii: "=") || first == UInt8(ascii: ">"),
          let line = marker(at: lineStart, in: bytes)
        {
          while next < excluded.count, excluded[next].upper <= lineStart { next += 1 }
          let isCode = next < excluded.count && excluded[next].lower <= lineStart
          if !isCode { note(line, kind: first, &open, &markers) }
        }
        guard let end = bytes[lineStart...].firstIndex(of: ASCII.lineFeed) else { break }
        lineStart = end + 1
      }
      return markers
    }
  }

  /// Where the first line that begins with `<<<<<<<` begins.
  private static func firstBeginning(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var offset = 0
    while let found = memchr(base + offset, Int32(UInt8(ascii: "<")), bytes.count - offset) {
      let start = UnsafeRawPointer(base).distance(to: found)
      if start == 0 || ASCII.isLineEnd(bytes[start - 1]), marker(at: start, in: bytes) != nil { return start }
      offset = start + 1
    }
    return nil
  }

  private static func note(
    _ line: ByteRange, kind: UInt8, _ open: inout [ByteRange], _ markers: inout [ByteRange]
  ) {
    if kind == UInt8(ascii: "<") {
      open = [line]
    } else if !open.isEmpty {
      open.append(line)
      guard kind == UInt8(ascii: ">") else { return }
      // A beginning and an end without the line between them are quoted text.
      if open.count >= 3 { markers += open }
      open = []
    }
  }

  /// Seven equal signs, or angle brackets and a blank, at the beginning of a line.
  private static func marker(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> ByteRange? {
    guard start + 7 <= bytes.count else { return nil }
    let first = bytes[start]
    for offset in start..<start + 7 where bytes[offset] != first { return nil }
    var end = start + 7
    if end < bytes.count, bytes[end] == first { return nil }
    if first == UInt8(ascii: "="), end < bytes.count, !ASCII.isWhitespace(bytes[end]) { return nil }
    if first != UInt8(ascii: "="), end < bytes.count, !ASCII.isWhitespace(bytes[end]) { return nil }
    while end < bytes.count, !ASCII.isLineEnd(bytes[end]) { end += 1 }
    return ByteRange(start, end)
  }
}
