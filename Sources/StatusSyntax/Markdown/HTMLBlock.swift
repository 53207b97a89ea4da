import StatusText

/// The seven kinds of HTML block: how each begins and ends (CommonMark 4.6).
enum HTMLBlock {
  /// The kind, 1 to 7, that begins at the first nonspace byte of `line`, or 0.
  ///
  /// - Parameter interrupting: whether the line would otherwise continue a paragraph, lazily or not. Kind 7
  ///   cannot begin there.
  static func kind(_ line: LineCursor, interrupting: Bool) -> UInt8 {
    let start = line.nonspace
    switch line.byte(at: start + 1) {
    case UInt8(ascii: "?"): return 3
    case UInt8(ascii: "!"):
      if line.byte(at: start + 2) == UInt8(ascii: "-"), line.byte(at: start + 3) == UInt8(ascii: "-") {
        return 2
      }
      // The standard allows any letter here; cmark accepts only capital letters.
      if line.byte(at: start + 2) &- UInt8(ascii: "A") < 26 { return 4 }
      return beginsCDATA(line) ? 5 : 0
    default: break
    }
    let isClosing = line.byte(at: start + 1) == UInt8(ascii: "/")
    let name = TagName(line, at: start + (isClosing ? 2 : 1))
    guard name.end > name.start else { return 0 }
    let next = line.byte(at: name.end)
    let isTagEnd = ASCII.isSpace(next) || next == UInt8(ascii: ">")
    if !isClosing, isTagEnd, TagName.verbatim.contains(name.key) { return 1 }
    if TagName.blocks.contains(name.key) {
      let isEmpty = next == UInt8(ascii: "/") && line.byte(at: name.end + 1) == UInt8(ascii: ">")
      if isTagEnd || isEmpty { return 6 }
    }
    if interrupting { return 0 }
    let end = isClosing ? endOfClosingTag(line, from: name.end) : endOfOpenTag(line, from: name.end)
    guard var position = end else { return 0 }
    while ASCII.isBlank(line.byte(at: position)) || line.byte(at: position) == 0x0C { position += 1 }
    return position >= line.end ? 7 : 0
  }

  /// Whether an HTML block of kind 1 to 5 ends in the rest of `line`. Every end condition ends in `>`.
  static func ends(_ kind: UInt8, _ line: LineCursor) -> Bool {
    let start = line.nonspace
    guard kind <= 5 else { return false }
    for position in start..<max(start, line.end) where line.bytes[position] == UInt8(ascii: ">") {
      switch kind {
      case 1: if TagName.endsVerbatim(line, from: start, before: position) { return true }
      case 2: if has("--", line, from: start, before: position) { return true }
      case 3: if has("?", line, from: start, before: position) { return true }
      case 4: return true
      default: if has("]]", line, from: start, before: position) { return true }
      }
    }
    return false
  }

  private static func beginsCDATA(_ line: LineCursor) -> Bool {
    let mark: StaticString = "[cdata["
    for index in 0..<mark.utf8CodeUnitCount
    where ASCII.lowercased(line.byte(at: line.nonspace + 2 + index)) != mark.utf8Start[index] { return false }
    return true
  }

  private static func has(
    _ text: StaticString, _ line: LineCursor, from start: Int, before end: Int
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - count >= start else { return false }
    for index in 0..<count where line.bytes[end - count + index] != text.utf8Start[index] { return false }
    return true
  }
}
