import StatusText

/// A place in a part of a text that moves on: how readers of a line take one thing after the other.
package struct TextCursor: Sendable {
  /// The bytes of the file.
  package let bytes: [UInt8]
  /// Where the next thing begins.
  package var place: Int
  /// Where the part ends.
  package let end: Int

  /// A cursor at the beginning of `range`.
  package init(_ bytes: [UInt8], _ range: ByteRange) {
    self.bytes = bytes
    place = range.lower
    end = range.upper
  }

  /// Whether nothing is left.
  package var isAtEnd: Bool { place >= end }

  /// The next byte.
  package var byte: UInt8? { place < end ? bytes[place] : nil }

  /// What is left.
  package var rest: ByteRange { ByteRange(place, end) }

  /// Skips these characters.
  package mutating func skip(_ characters: StaticString) {
    while place < end, ASCII.isOne(bytes[place], of: characters) { place += 1 }
  }

  /// Skips blanks, emphasis, code marks and everything that is not ASCII, as emoji are.
  package mutating func skipDecoration() {
    while place < end, bytes[place] >= 0x80 || ASCII.isOne(bytes[place], of: " \t*_`~") { place += 1 }
  }

  /// Takes `word`, which is in lower case, in any case.
  package mutating func take(_ word: StaticString) -> Bool {
    guard ASCII.begins(bytes, at: place, before: end, with: word) else { return false }
    place += word.utf8CodeUnitCount
    return true
  }

  /// Takes `word` if it does not go on with a letter or digit.
  package mutating func takeWord(_ word: StaticString) -> Bool {
    let start = place
    guard take(word) else { return false }
    if place < end, ASCII.isAlphanumeric(bytes[place]) {
      place = start
      return false
    }
    return true
  }

  /// Takes a hyphen or a dash.
  package mutating func takeDash() -> Bool {
    let length = UnicodeBlank.dashLength(at: place, to: end, in: bytes[...])
    if length > 0 {
      place += length
      return true
    }
    return take("-")
  }

  /// Goes on after the next bracket that opens or dash after a blank, with which a remark begins; false if there is none. `start`
  /// is the beginning of the text.
  package mutating func skipToRemark(from start: Int) -> Bool {
    while !isAtEnd {
      let isDash = place > start && ASCII.isBlank(bytes[place - 1]) && takeDash()
      if isDash || take("(") || take("[") {
        skip(" -*_")
        return true
      }
      place += 1
    }
    return false
  }

  /// Takes a number of up to six digits that no letter follows.
  package mutating func number() -> ByteRange? {
    let start = place
    while place < end, ASCII.isDigit(bytes[place]), place - start < 6 { place += 1 }
    // A longer number is none of these.
    let isWhole = place == end || !ASCII.isAlphanumeric(bytes[place])
    return place > start && isWhole ? ByteRange(start, place) : nil
  }
}

extension SourceText {
  /// The number that the digits in `range` write.
  package func number(_ range: ByteRange) -> Int? { Int(text(range)) }

  /// `range` without the blanks and these characters around it.
  package func trimmed(_ range: ByteRange, _ characters: StaticString = "") -> ByteRange {
    var (lower, upper) = (range.lower, range.upper)
    while lower < upper, ASCII.isWhitespace(bytes[lower]) || ASCII.isOne(bytes[lower], of: characters) {
      lower += 1
    }
    while upper > lower, ASCII.isWhitespace(bytes[upper - 1]) || ASCII.isOne(bytes[upper - 1], of: characters)
    {
      upper -= 1
    }
    return ByteRange(lower, upper)
  }
}
