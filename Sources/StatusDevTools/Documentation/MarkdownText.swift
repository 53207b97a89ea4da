/// Text put into Markdown so that it reads there as it is.
enum MarkdownText {
  /// Prose: what would begin a tag is escaped, but in code spans.
  static func prose(_ text: String) -> String {
    var isCode = false
    var escaped = ""
    for character in text {
      if character == "`" { isCode.toggle() }
      escaped += character == "<" && !isCode ? "&lt;" : String(character)
    }
    return escaped
  }

  /// Prose in a cell of a table: one line, without a bar.
  static func cell(_ text: String) -> String {
    prose(text).split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }

  /// A fenced block, its fence longer than any in the text (CommonMark 0.31, 4.5).
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
