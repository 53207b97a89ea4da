import Glibc
import StatusSyntax
import StatusText

/// Finds the lines that git and Jujutsu leave in a file when a merge needs a person: `<<<<<<<` to `>>>>>>>`, and those
/// that remain when a person removed the others. Where the text has such lines itself, both programs write longer ones;
/// these count as pairs alone.
struct ConflictMarkers {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let outline: MarkdownOutline?
  /// Asked for only where a line looks like a marker, which hardly a file has.
  private lazy var code = outline?.ranges(of: .code) ?? []
  private lazy var tables = outline?.ranges(of: .table) ?? []
  private var nextCode = 0
  private var nextTable = 0
  private var found: [ByteRange] = []
  /// The lines since the last `<<<<<<<` that are markers only if `>>>>>>>` follows.
  private var inner: [ByteRange] = []
  private var isOpen = false
  /// The lines since a longer `<<<<<<<<` that are markers only if `>>>>>>>>` follows, all of one length.
  private var long: [ByteRange] = []
  private var longCount = 0

  /// The marker lines in `bytes`, in order. In Markdown with `outline`, those that begin in code do not count, and in a
  /// table seven pipes are a row of empty cells.
  static func find(in bytes: [UInt8], _ outline: MarkdownOutline? = nil) -> [ByteRange] {
    bytes.withUnsafeBufferPointer { bytes in
      var search = ConflictMarkers(bytes: bytes, outline: outline)
      search.run()
      return search.found
    }
  }

  /// Whether a line in `bytes` looks like a marker, be it one or not.
  static func hasLine(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let search = ConflictMarkers(bytes: buffer, outline: nil)
      return bytes.lines(in: ByteRange(0, bytes.count)).contains { line in
        !line.isEmpty && mayBegin(buffer[line.lower]) && search.marker(at: line.lower) != nil
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, outline: MarkdownOutline?) {
    self.bytes = bytes
    self.outline = outline
  }

  private mutating func run() {
    guard let base = bytes.baseAddress else { return }
    var line = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while line < bytes.count {
      if Self.mayBegin(bytes[line]), let (marker, count) = marker(at: line) {
        if count == Self.usualCount { note(marker) } else { noteLong(marker, count) }
      }
      guard let end = memchr(base + line, Int32(ASCII.lineFeed), bytes.count - line) else { break }
      line = UnsafeRawPointer(base).distance(to: end) + 1
    }
    found.sort { $0.lower < $1.lower }
  }

  private mutating func isInCode(_ marker: ByteRange) -> Bool {
    while nextCode < code.count, code[nextCode].upper <= marker.lower { nextCode += 1 }
    return nextCode < code.count && code[nextCode].lower <= marker.lower
  }

  private mutating func noteLong(_ marker: ByteRange, _ count: Int) {
    let isStart = bytes[marker.lower] == UInt8(ascii: "<")
    // Rows of hyphens and equal signs are common.
    guard isStart || count == longCount && !long.isEmpty, !isInCode(marker) else { return }
    if isStart {
      long = [marker]
      longCount = count
    } else {
      long.append(marker)
      guard bytes[marker.lower] == UInt8(ascii: ">") else { return }
      // Neither writes one without a line between the sides.
      if long.count > 2 { found += long }
      long = []
    }
  }

  private mutating func note(_ marker: ByteRange) {
    if isInCode(marker) { return }
    switch bytes[marker.lower] {
    case UInt8(ascii: "<"):
      inner = []
      isOpen = true
      found.append(marker)
    case UInt8(ascii: ">"):
      // What is between the two tells the sides apart. Alone, a row of equal signs underlines a heading.
      found += inner
      found.append(marker)
      inner = []
      isOpen = false
    case UInt8(ascii: "|") where !isOpen:
      if !isInTable(marker) { found.append(marker) }
    default:
      if isOpen { inner.append(marker) }
    }
  }

  private mutating func isInTable(_ marker: ByteRange) -> Bool {
    while nextTable < tables.count, tables[nextTable].upper <= marker.lower { nextTable += 1 }
    return nextTable < tables.count && tables[nextTable].lower <= marker.lower
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "%"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  private static let usualCount = 7

  /// The line that begins at `start` when it is seven times or more the same byte, and then a blank or nothing; and how
  /// often.
  private func marker(at start: Int) -> (line: ByteRange, count: Int)? {
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    let count = end - start
    guard count >= Self.usualCount else { return nil }
    if end < bytes.count, !ASCII.isWhitespace(bytes[end]) { return nil }
    while end < bytes.count, !ASCII.isLineEnd(bytes[end]) { end += 1 }
    return (ByteRange(start, end), count)
  }
}
