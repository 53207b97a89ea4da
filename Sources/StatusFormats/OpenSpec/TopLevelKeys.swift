import StatusText

/// The keys and plain values of a small settings file, line by line.
struct TopLevelKeys {
  /// A key with its value.
  struct Line {
    let key: String
    /// The value without quotes and comment.
    let text: String
    let range: ByteRange
  }

  private let found: [Line]

  /// The keys of `source` at the left margin.
  init(_ source: SourceText) {
    found = Self.lines(of: source).filter { line in
      let start = source.bytes[..<line.range.lower].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
      return !ASCII.isBlank(source.bytes[start])
    }
  }

  subscript(_ key: String) -> Line? { found.first { $0.key == key } }

  /// Every line that holds a key and a value.
  static func lines(of source: SourceText) -> [Line] {
    let bytes = source.bytes
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.offset(of: ASCII.lineFeed, from: start, to: bytes.count)
      if let line = line(source, ByteRange(start, end)) { lines.append(line) }
      start = end + 1
    }
    return lines
  }

  private static func line(_ source: SourceText, _ range: ByteRange) -> Line? {
    let bytes = source.bytes
    guard let first = bytes[range.indices].firstIndex(where: { !ASCII.isBlank($0) }),
      bytes[first] != UInt8(ascii: "#"),
      let colon = bytes[first..<range.upper].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    var lower = colon + 1
    var upper = range.upper
    if let comment = (lower..<upper).first(where: {
      bytes[$0] == UInt8(ascii: "#") && ASCII.isBlank(bytes[$0 - 1])
    }) {
      upper = comment
    }
    while lower < upper, ASCII.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, ASCII.isWhitespace(bytes[upper - 1]) { upper -= 1 }
    if upper - lower >= 2, ASCII.isOne(bytes[lower], of: "\"'"), bytes[upper - 1] == bytes[lower] {
      (lower, upper) = (lower + 1, upper - 1)
    }
    return Line(
      key: source.text(ByteRange(first, colon)), text: source.text(ByteRange(lower, upper)),
      range: ByteRange(lower, upper))
  }
}
