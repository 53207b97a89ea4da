import StatusClaims
import StatusText

/// The number of a phase in its normal form: `4.1` of `04.1`, `10B` of `10b`.
struct GSDNumber: Hashable, Comparable {
  /// The normal form.
  let text: String
  /// The part before the first point, without its letter.
  let first: Int

  /// Whether the number is one of the backlog, which no rule judges.
  var isBacklog: Bool { first == 999 }

  /// The number of the phase into which this one was inserted: `2` of `2.1`; nil if it is whole.
  var outer: String? {
    let bytes = text.utf8
    return bytes.lastIndex(of: UInt8(ascii: ".")).map { String(Substring(bytes[..<$0])) }
  }

  /// Whether this is the whole phase that `other` is a part of, the other way round, or the same.
  func isFamily(of other: GSDNumber) -> Bool {
    self == other
      || first == other.first && (text.hasPrefix(other.text + ".") || other.text.hasPrefix(text + "."))
  }

  static func < (left: GSDNumber, right: GSDNumber) -> Bool {
    (left.first, left.text.utf8.count, left.text) < (right.first, right.text.utf8.count, right.text)
  }

  /// A whole number.
  init(_ number: Int) {
    text = String(number)
    first = number
  }

  private init(text: String, first: Int) {
    self.text = text
    self.first = first
  }

  /// Takes the number at `cursor`, after the project's code if it has one; nil, and nothing is taken, if there is none.
  static func take(_ cursor: inout TextCursor, code: String? = nil) -> GSDNumber? {
    var ahead = cursor
    skipCode(&ahead, code)
    let start = ahead.place
    while let byte = ahead.byte, ASCII.isDigit(byte), ahead.place - start < 4 { ahead.place += 1 }
    let digits = ByteRange(start, ahead.place)
    guard (1...3).contains(digits.count), let first = decimal(ahead.bytes, digits) else { return nil }
    var text = String(first)
    if let letter = ahead.byte, ASCII.isLetter(letter) {
      text.unicodeScalars.append(Unicode.Scalar(letter & 0xDF))
      ahead.place += 1
    }
    while let part = takePart(&ahead) { text += part }
    if let next = ahead.byte, ASCII.isAlphanumeric(next) || next == UInt8(ascii: "_") { return nil }
    cursor = ahead
    return GSDNumber(text: text, first: first)
  }

  /// A point and up to three digits.
  private static func takePart(_ cursor: inout TextCursor) -> String? {
    guard cursor.byte == UInt8(ascii: ".") else { return nil }
    let digits = cursor.bytes[cursor.place + 1..<cursor.end].prefix(4).prefix(while: ASCII.isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    cursor.place = digits.endIndex
    return "." + String(decoding: digits, as: UTF8.self)
  }

  private static func decimal(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    Int(String(decoding: bytes[range.indices], as: UTF8.self))
  }

  /// Skips `CODE-` or `[CODE.02] `.
  private static func skipCode(_ cursor: inout TextCursor, _ code: String?) {
    guard let code, !code.isEmpty else { return }
    let start = cursor.place
    let isInBrackets = cursor.take("[")
    let end = cursor.place + code.utf8.count
    let isCode =
      end < cursor.end
      && cursor.bytes[cursor.place..<end].elementsEqual(code.utf8) {
        ASCII.lowercased($0) == ASCII.lowercased($1)
      }
    guard isCode else {
      cursor.place = start
      return
    }
    cursor.place = end
    if isInBrackets {
      cursor.place = min(
        cursor.bytes.offset(of: UInt8(ascii: "]"), from: end, to: cursor.end) + 1, cursor.end)
      cursor.skip(" ")
    } else if !cursor.take("-") {
      cursor.place = start
    }
  }

  /// Takes the number of an id with letters in front, `E90`, which is outside of the grammar.
  static func takeForeign(_ cursor: inout TextCursor) -> GSDNumber? {
    var ahead = cursor
    let start = ahead.place
    while let byte = ahead.byte, ASCII.isLetter(byte), ahead.place - start < 5 { ahead.place += 1 }
    guard ahead.place > start, let number = take(&ahead) else { return nil }
    cursor = ahead
    return number
  }
}
