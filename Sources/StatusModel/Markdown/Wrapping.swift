import StatusText

/// What is around a status and belongs to it: emphasis, the ticks of code, and tags, in pairs.
struct Wrapping {
  /// The status with all of it.
  private(set) var range: ByteRange
  /// Whether ticks are among it.
  private(set) var isCode = false

  /// What is directly around `inner` in `text`.
  init(of inner: ByteRange, in text: ByteRange, _ bytes: [UInt8]) {
    range = inner
    while range.lower > text.lower, range.upper < text.upper {
      let last = bytes[range.lower - 1]
      if ASCII.isOne(last, of: "*_`"), bytes[range.upper] == last {
        isCode = isCode || last == UInt8(ascii: "`")
        range = ByteRange(range.lower - 1, range.upper + 1)
      } else if let tags = Self.tags(around: range, in: text, bytes) {
        range = tags
      } else {
        return
      }
    }
  }

  /// The range with the tag that ends right before it and the closing tag right after it.
  private static func tags(around inner: ByteRange, in text: ByteRange, _ bytes: [UInt8]) -> ByteRange? {
    guard bytes[inner.lower - 1] == UInt8(ascii: ">"),
      ASCII.begins(bytes, at: inner.upper, before: text.upper, with: "</"),
      let open = bytes[text.lower..<inner.lower].lastIndex(of: UInt8(ascii: "<")),
      endOfTag(at: open, to: inner.lower, bytes) == inner.lower,
      let close = bytes[inner.upper..<text.upper].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return ByteRange(open, close + 1)
  }

  /// The end of the tag that begins at `offset`: a name, and perhaps attributes after a blank; nil if none does.
  /// `<NOT STARTED>` is not a tag.
  static func endOfTag(at offset: Int, to end: Int, _ bytes: [UInt8]) -> Int? {
    guard offset + 2 < end, bytes[offset] == UInt8(ascii: "<") else { return nil }
    let name = bytes[(offset + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix(while: ASCII.isAlphanumeric)
    guard !name.isEmpty, !ASCII.isUpperCase(name) || name.count == 1,
      let close = bytes[name.endIndex..<end].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return close + 1
  }

  /// Whether none of the letters in `range`, but for those of tags and of references to brackets, is in lower case.
  static func isUpperCase(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    var offset = range.lower
    while offset < range.upper {
      if let tag = endOfTag(at: offset, to: range.upper, bytes) {
        offset = tag
      } else if let bracket = MarkerBrackets.bracket(at: offset, before: range.upper, in: bytes) {
        offset = bracket.end
      } else if ASCII.isLetter(bytes[offset]), bytes[offset] & 0x20 != 0 {
        return false
      } else {
        offset += 1
      }
    }
    return true
  }
}
