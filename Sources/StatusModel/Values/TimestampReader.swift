import StatusText

/// Finds the timestamp in the value of a field (docs: the tracking format, timestamps).
///
/// It is at the beginning, perhaps in brackets or quotes, and ends before a space, comma, bracket or full
/// stop; failing that, one in prose is taken when it is the only one.
struct TimestampReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the first byte in the file.
  let base: Int

  /// What the bytes are.
  func read() -> TimestampReading {
    if TimestampPlaceholder.isOne(bytes) { return .placeholder }
    var start = 0
    while start < bytes.count, ASCII.isWhitespace(bytes[start]) || Self.isDecoration(bytes[start]) {
      start += 1
    }
    if let reading = date(at: start, isLeading: true) { return finished(reading, isEmbedded: false) }
    return readProse(from: start)
  }

  private func readProse(from start: Int) -> TimestampReading {
    var first: TimestampReading?
    var place = start
    while place < bytes.count {
      defer { place += 1 }
      guard place == 0 || Self.mayPrecede(bytes[place - 1]), ASCII.isAlphanumeric(bytes[place]),
        let reading = date(at: place, isLeading: false)
      else { continue }
      let end = reading.range.map { $0.upper - base } ?? place + 1
      if let first, let one = first.range {
        // Named twice, a date is still one.
        if let earlier = first.found, earlier.timestamp == reading.found?.timestamp { continue }
        return .ambiguous(ByteRange(one.lower, base + end))
      }
      first = reading
      place = end - 1
    }
    return first.map { finished($0, isEmbedded: true) } ?? .prose
  }

  private func finished(_ reading: TimestampReading, isEmbedded: Bool) -> TimestampReading {
    guard case .valid(var found) = reading else { return reading }
    var start = found.range.upper - base
    var end = bytes.count
    while start < end, ASCII.isWhitespace(bytes[start]) || Self.isClosing(bytes[start]) { start += 1 }
    while end > start, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
    found.trailing = range(start, end)
    found.isEmbedded = isEmbedded
    return .valid(found)
  }

  /// The offsets in the file.
  func range(_ start: Int, _ end: Int) -> ByteRange { ByteRange(base + start, base + end) }

  /// Whether a timestamp that reaches to `place` ends there.
  func isEnd(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    switch bytes[place] {
    case UInt8(ascii: "."), UInt8(ascii: ":"):
      // Of a sentence, not of a file name.
      return place + 1 == bytes.count || !ASCII.isAlphanumeric(bytes[place + 1])
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): return true
    case let byte: return ASCII.isWhitespace(byte) || Self.isDecoration(byte)
    }
  }

  /// The number that the digits from `place` on make, when there are as many as `counts` allows and no more.
  func number(at place: Int, _ counts: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var end = place
    var value = 0
    while end < bytes.count, ASCII.isDigit(bytes[end]) {
      guard end - place < counts.upperBound else { return nil }
      value = value * 10 + Int(bytes[end] & 0x0F)
      end += 1
    }
    return end - place >= counts.lowerBound ? (value, end) : nil
  }

  /// Whether `byte` is at `place`.
  func has(_ byte: UInt8, at place: Int) -> Bool { place < bytes.count && bytes[place] == byte }

  /// Brackets, quotes and emphasis, which may be around a date.
  private static func isDecoration(_ byte: UInt8) -> Bool { ASCII.isOne(byte, of: "()[]{}<>\"'`*~") }

  private static func isClosing(_ byte: UInt8) -> Bool { ASCII.isOne(byte, of: ")]}>\"'`*~") }

  private static func mayPrecede(_ byte: UInt8) -> Bool {
    ASCII.isWhitespace(byte) || isDecoration(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
  }
}

extension TimestampReading {
  /// The bytes in question, if any.
  var range: ByteRange? {
    switch self {
    case .valid(let found): found.range
    case .impossible(let range), .ambiguous(let range): range
    case .placeholder, .prose: nil
    }
  }
}
