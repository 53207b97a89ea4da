import StatusText

// The error messages of the parser.
extension JSONParser {
  /// The innermost open bracket, which may be the cause of the error.
  private var innermost: ByteRange? {
    open.last.map { container in
      let start = nodes[Int(container)].range.lower
      return ByteRange(start, start + 1)
    }
  }

  /// An unexpected token at the offset.
  func unexpected(expected: String) -> JSONSyntaxError {
    let (found, range) = describe(at: offset)
    return JSONSyntaxError(range: range, found: found, expected: expected, opened: innermost)
  }

  /// The file contains only white space.
  func emptyFile() -> JSONSyntaxError {
    JSONSyntaxError(
      range: ByteRange(bytes.count, bytes.count), found: "an empty file", expected: "a JSON value")
  }

  /// There is more than white space after the root.
  func textAfterTheRoot() -> JSONSyntaxError {
    var error = unexpected(expected: "the end of the file")
    if conflictMarker(at: offset) == nil, ASCII.isOne(bytes[offset], of: "{[\"") {
      error.found = "a second JSON document"
    }
    return error
  }

  /// A value without a comma before it.
  func missingComma(inObject: Bool) -> JSONSyntaxError {
    unexpected(expected: inObject ? "',' or '}'" : "',' or ']'")
  }

  /// A comma before the closing bracket.
  func trailingComma(at comma: Int, inObject: Bool) -> JSONSyntaxError {
    JSONSyntaxError(
      range: ByteRange(comma, comma + 1), found: "a trailing comma",
      expected: inObject ? "'}' or another member after it" : "']' or another element after it",
      opened: innermost)
  }

  /// Too many open brackets.
  func tooDeep() -> JSONSyntaxError {
    JSONSyntaxError(
      range: ByteRange(offset, offset + 1), found: "brackets nested deeper than \(depthLimit)",
      expected: "at most \(depthLimit) levels", opened: innermost)
  }

  /// A string or comment that does not end before the end of the file.
  func unclosed(from start: Int, length: Int, expected: String) -> JSONSyntaxError {
    JSONSyntaxError(
      range: ByteRange(bytes.count, bytes.count), found: "the end of the file", expected: expected,
      opened: ByteRange(start, start + length))
  }

  /// A byte below 0x20 in a string: nearly always a line break in an unclosed string.
  func controlCharacter(stringStart: Int) -> JSONSyntaxError {
    let isLineEnd = ASCII.isLineEnd(bytes[offset])
    return JSONSyntaxError(
      range: ByteRange(offset, offset + 1),
      found: isLineEnd ? "a line break in a string" : "\(Self.control(bytes[offset])) in a string",
      expected: isLineEnd ? "'\"' or '\\n'" : "an escape such as '\\t' or '\\u0001'",
      opened: ByteRange(stringStart, stringStart + 1))
  }

  /// Bytes that are not valid UTF-8.
  func invalidUTF8() -> JSONSyntaxError {
    JSONSyntaxError(
      range: ByteRange(offset, offset + 1), found: Self.stray(bytes[offset]), expected: "UTF-8",
      opened: nil)
  }

  /// An invalid escape.
  func badEscape() -> JSONSyntaxError {
    let (found, range) = describe(at: offset + 1, wholeWord: false)
    return JSONSyntaxError(
      range: ByteRange(offset, range.upper), found: "a backslash before \(found)",
      expected: "one of '\"', '\\', '/', b, f, n, r, t, u after it")
  }

  /// A `\u` without four digits; `place` is the first character that is not a digit.
  func badUnicodeEscape(at place: Int) -> JSONSyntaxError {
    let (found, range) = describe(at: place, wholeWord: false)
    return JSONSyntaxError(
      range: ByteRange(offset, range.upper), found: "\(found) in an escape",
      expected: "four hexadecimal digits after '\\u'")
  }

  /// An incomplete number that begins at `start`; the missing part belongs at the offset.
  func badNumber(from start: Int, expected: String) -> JSONSyntaxError {
    let (found, range) = describe(at: offset)
    if found == "'Infinity'" {
      return JSONSyntaxError(
        range: ByteRange(start, range.upper), found: "'-Infinity'", expected: "a number")
    }
    return JSONSyntaxError(range: range, found: found, expected: expected)
  }

  /// A number such as 007.
  func leadingZero(from start: Int) -> JSONSyntaxError {
    JSONSyntaxError(
      range: ByteRange(start, offset), found: "a number with a leading zero",
      expected: "a number without one")
  }

  /// A description of the token at `place`, and its bytes.
  private func describe(at place: Int, wholeWord: Bool = true) -> (found: String, range: ByteRange) {
    guard place < bytes.count else {
      return ("the end of the file", ByteRange(bytes.count, bytes.count))
    }
    if let marker = conflictMarker(at: place) {
      return ("the conflict marker '\(text(marker))'", marker)
    }
    let one = ByteRange(place, place + 1)
    switch bytes[place] {
    case UInt8(ascii: "/") where isComment(at: place): return ("a comment", ByteRange(place, place + 2))
    case UInt8(ascii: "'"): return ("a single quote", one)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return ("a line break", one)
    case ..<0x20, 0x7F: return (Self.control(bytes[place]), one)
    default: break
    }
    if place == 0, bytes.count >= 2, Set([bytes[0], bytes[1]]) == [0xFE, 0xFF] {
      return ("the byte order mark of UTF-16", ByteRange(0, 2))
    }
    let word = wordRange(at: place)
    if wholeWord, !word.isEmpty { return (quoted(word), word) }
    let length = UTF8Validation.sequenceLength(at: place, in: bytes)
    guard length > 0 else { return (Self.stray(bytes[place]), one) }
    let character = ByteRange(place, place + length)
    return (Self.visible(text(character)), character)
  }

  private func isComment(at place: Int) -> Bool {
    place + 1 < bytes.count && ASCII.isOne(bytes[place + 1], of: "/*")
  }

  /// The seven characters of a conflict marker at the beginning of a line.
  private func conflictMarker(at place: Int) -> ByteRange? {
    guard place == 0 || ASCII.isLineEnd(bytes[place - 1]), place + 7 <= bytes.count,
      ASCII.isOne(bytes[place], of: "<=>|"),
      bytes[place..<place + 7].allSatisfy({ $0 == bytes[place] }),
      place + 7 == bytes.count || ASCII.isWhitespace(bytes[place + 7])
    else { return nil }
    return ByteRange(place, place + 7)
  }

  private func quoted(_ word: ByteRange) -> String {
    let most = 24
    return word.count <= most ? "'\(text(word))'" : "'\(text(ByteRange(word.lower, word.lower + most)))…'"
  }

  private func text(_ range: ByteRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }

  /// The character in quotes, or its code if it is invisible.
  private static func visible(_ character: String) -> String {
    let isSeen = character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .unassigned, .privateUse, .nonspacingMark, .enclosingMark: false
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    if isSeen { return "'\(character)'" }
    let number = character.unicodeScalars.first?.value.zeroPadded(to: 4, radix: 16, uppercase: true) ?? ""
    return "the character U+\(number)"
  }

  private static func control(_ byte: UInt8) -> String {
    "the control character U+\(byte.zeroPadded(to: 4, radix: 16, uppercase: true))"
  }

  private static func stray(_ byte: UInt8) -> String {
    "the invalid byte 0x\(String(byte, radix: 16, uppercase: true))"
  }
}
