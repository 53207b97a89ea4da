import StatusText

/// Link reference definitions at the beginning of a paragraph (CommonMark 4.7). They are not blocks. A
/// paragraph that contains only definitions is not a block either, and its underline does not make a heading.
struct LinkReferenceDefinition {
  /// The length limit of a label, in bytes.
  private static let labelLimit = 1000
  /// The nesting limit of parentheses in a destination.
  private static let parenthesisLimit = 32

  private let text: UnsafeBufferPointer<UInt8>
  private var position: Int

  /// The number of bytes of all definitions at the beginning of `text`, in whole lines.
  ///
  /// - Parameter text: the lines of a paragraph, without the blanks before them, each with its line ending.
  static func consume(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var consumed = 0
    while consumed < text.count, text[consumed] == UInt8(ascii: "[") {
      var definition = LinkReferenceDefinition(text: text, position: consumed)
      guard definition.parse() else { break }
      consumed = definition.position
    }
    return consumed
  }

  /// Whether a definition may begin on the line that begins at `start`. Only then are its lines kept.
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
    var label = LinkReferenceDefinition(text: line, position: 0)
    guard label.next == UInt8(ascii: "[") else { return false }
    switch label.skipLabel() {
    case .found: return label.next == UInt8(ascii: ":")
    case .unfinished: return true
    case .none: return false
    }
  }

  private enum Label { case found, unfinished, none }

  /// The byte at `position`; at the end NUL, which is not part of a definition.
  private var next: UInt8 { position < text.count ? text[position] : 0 }
  private var isAtEnd: Bool { position >= text.count }

  private mutating func parse() -> Bool {
    guard case .found = skipLabel(), next == UInt8(ascii: ":") else { return false }
    position += 1
    skipSpaceAcrossLine()
    guard skipDestination() else { return false }
    let afterDestination = position
    skipSpaceAcrossLine()
    if position > afterDestination, skipTitle() {
      skipBlanks()
      if skipLineEnd() { return true }
    }
    position = afterDestination
    skipBlanks()
    return skipLineEnd()
  }

  /// Skips `[label]`. A label contains more than white space and no brackets.
  private mutating func skipLabel() -> Label {
    position += 1
    let start = position
    var hasContent = false
    while !isAtEnd, position - start <= Self.labelLimit {
      switch next {
      case UInt8(ascii: "["): return .none
      case UInt8(ascii: "]"):
        position += 1
        return hasContent ? .found : .none
      case UInt8(ascii: "\\"):
        hasContent = true
        position += 1
        if ASCII.isPunctuation(next) { position += 1 }
      default:
        if !ASCII.isSpace(next) { hasContent = true }
        position += 1
      }
    }
    return isAtEnd && position - start <= Self.labelLimit ? .unfinished : .none
  }

  private mutating func skipDestination() -> Bool {
    guard next == UInt8(ascii: "<") else { return skipBareDestination() }
    position += 1
    while !isAtEnd {
      switch next {
      case UInt8(ascii: ">"):
        position += 1
        return !isAtEnd
      case UInt8(ascii: "<"), ASCII.lineFeed, ASCII.carriageReturn: return false
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return false
  }

  private mutating func skipBareDestination() -> Bool {
    let start = position
    var depth = 0
    while !isAtEnd, !ASCII.isSpace(next) {
      switch next {
      case UInt8(ascii: "\\"):
        position += 1
        if ASCII.isPunctuation(next) { position += 1 }
      case UInt8(ascii: "("):
        depth += 1
        if depth > Self.parenthesisLimit { return false }
        position += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth < 0 { return false }
        position += 1
      default: position += 1
      }
    }
    return position > start && !isAtEnd && depth == 0
  }

  /// Skips a title to its last possible end. A quote after a backslash may end it or be part of it.
  private mutating func skipTitle() -> Bool {
    let open = next
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return false
    }
    var end: Int?
    var offset = position + 1
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      guard byte == close || byte == open else { continue }
      let isEscaped = text[offset - 2] == UInt8(ascii: "\\") && offset - 2 > position
      if byte == close { end = offset }
      if !isEscaped { break }
    }
    guard let end else { return false }
    position = end
    return true
  }

  private mutating func skipBlanks() {
    while ASCII.isBlank(next) { position += 1 }
  }

  /// Skips one line ending; also true at the end of the text.
  private mutating func skipLineEnd() -> Bool {
    let start = position
    if next == ASCII.carriageReturn { position += 1 }
    if next == ASCII.lineFeed { position += 1 }
    return position > start || isAtEnd
  }

  private mutating func skipSpaceAcrossLine() {
    skipBlanks()
    if skipLineEnd() { skipBlanks() }
  }
}
