import StatusText

/// Text from files in Markdown that GitHub or GitLab renders: it shows as it is, and nothing in it has an effect.
///
/// A backslash or an entity is enough for CommonMark. Mentions (`@name`), references (`#1`), emoji (`:name:`)
/// and bare addresses are found after that, in the text that is shown, so an empty comment separates their characters.
enum InertMarkdown {
  private static let separator = Array("<!-- -->".utf8)

  /// `text` as Markdown in a cell of a table.
  static func escaped(_ text: String) -> [UInt8] {
    var shown: [UInt8] = []
    DisplayText.append(text, to: &shown)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(shown.count + 32)
    for (index, byte) in shown.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      default:
        if ASCII.isOne(byte, of: "\\`*_[]|~$!#") { escaped.append(UInt8(ascii: "\\")) }
        escaped.append(byte)
      }
      if begins(at: index, in: shown) { escaped += separator }
    }
    return escaped
  }

  /// Whether the byte and what follows it would begin a mention, a reference, an emoji or an address.
  private static func begins(at index: Int, in text: [UInt8]) -> Bool {
    let next = index + 1 < text.count ? text[index + 1] : ASCII.space
    switch text[index] {
    case UInt8(ascii: "@"), UInt8(ascii: "#"): return ASCII.isAlphanumeric(next)
    case UInt8(ascii: ":"): return ASCII.isLetter(next) || ASCII.isOne(next, of: "/+-")
    case UInt8(ascii: "!"): return ASCII.isDigit(next)
    case UInt8(ascii: "."): return index >= 3 && ASCII.equals(text[index - 3..<index], "www")
    default: return false
    }
  }
}
