import StatusText

/// The marker of a list item (CommonMark 5.2).
package enum ListMarker {
  /// The number of bytes of the bullet or number at the first nonspace byte of `line`, or 0.
  ///
  /// - Parameter interrupting: whether the line would otherwise continue a paragraph. Then the item cannot
  ///   begin with a blank line, and a number must be 1.
  static func length(_ line: LineCursor, interrupting: Bool) -> Int {
    let start = line.nonspace
    var position = start
    var number = 0
    while position - start < 9, ASCII.isDigit(line.byte(at: position)) {
      number = number * 10 + Int(line.byte(at: position) - UInt8(ascii: "0"))
      position += 1
    }
    let mark = line.byte(at: position)
    if position == start {
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+") else {
        return 0
      }
    } else {
      guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), !interrupting || number == 1 else {
        return 0
      }
    }
    position += 1
    // The standard allows only space and tab; cmark also accepts vertical tab and form feed.
    guard ASCII.isSpace(line.byte(at: position)) else { return 0 }
    if interrupting {
      var content = position
      while ASCII.isBlank(line.byte(at: content)) { content += 1 }
      guard content < line.end else { return 0 }
    }
    return position - start
  }

  /// Whether a list marker is at `offset`: a bullet or a number.
  package static func begins(at offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset < bytes.count else { return false }
    var end = offset
    while end < bytes.count, ASCII.isDigit(bytes[end]), end - offset < 9 { end += 1 }
    guard end < bytes.count else { return false }
    let isMarker =
      end > offset ? bytes[end] == 0x2E || bytes[end] == 0x29 : ASCII.isOne(bytes[end], of: "-*+")
    return isMarker && (end + 1 == bytes.count || ASCII.isWhitespace(bytes[end + 1]))
  }

  /// Where the content before `end` begins of the list item whose marker is at `offset`; nil without a marker.
  package static func content(at offset: Int, before end: Int, _ bytes: [UInt8]) -> Int? {
    guard offset < end, begins(at: offset, bytes) else { return nil }
    return bytes[offset..<end].drop { !ASCII.isBlank($0) }.drop { ASCII.isBlank($0) }.startIndex
  }
}
