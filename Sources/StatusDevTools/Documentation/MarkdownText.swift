/// Escapes text for Markdown.
enum MarkdownText {
  /// Prose: the beginning of a tag is escaped, except in code spans.
  static func prose(_ text: String) -> String {
    var isCode = false
    var escaped = ""
    for character in text {
      if character == "`" { isCode.toggle() }
      escaped += character == "<" && !isCode ? "&lt;" : String(character)
    }
    return escaped
  }

  /// Prose in a table cell: one line, with bars escaped.
  static func cell(_ text: String) -> String {
    prose(text).split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }

  /// A fenced code block with a fence that is longer than any in the text (CommonMark 0.31, 4.5).
  static func block(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\n\(fence)\n"
  }
}
