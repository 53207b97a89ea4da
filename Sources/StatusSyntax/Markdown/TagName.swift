import StatusText

/// The name of an HTML tag: a letter, then letters, digits and hyphens; case does not matter.
struct TagName {
  /// The first byte of the name.
  let start: Int
  /// The offset after its last byte; `start` when there is no name.
  let end: Int
  /// The name in lower case, one byte per character, the last one lowest. For a name longer than any known
  /// one, its last bytes and a mark.
  let key: UInt128

  /// The name at `start`.
  init(_ line: LineCursor, at start: Int) {
    var end = start
    var key: UInt128 = 0
    if ASCII.isLetter(line.byte(at: start)) {
      while ASCII.isAlphanumeric(line.byte(at: end)) || line.byte(at: end) == UInt8(ascii: "-") {
        key = key << 8 | UInt128(ASCII.lowercased(line.bytes[end]))
        end += 1
      }
    }
    self.start = start
    self.end = end
    self.key = end - start < 16 ? key : .max
  }

  /// Tags whose content is not Markdown, up to their closing tag.
  static let verbatim = keys("script pre textarea style")

  /// Tags that begin an HTML block anywhere.
  static let blocks = keys(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div \
    dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe \
    legend li link main menu menuitem nav noframes ol optgroup option p param section source summary table \
    tbody td tfoot th thead title tr track ul
    """)

  /// Whether a closing tag of `verbatim`, without its `>`, ends right before `end`.
  static func endsVerbatim(_ line: LineCursor, from start: Int, before end: Int) -> Bool {
    var position = end
    // The longest of these names has eight letters.
    while position > start, end - position <= 8, ASCII.isLetter(line.bytes[position - 1]) { position -= 1 }
    guard position - 2 >= start, line.bytes[position - 1] == UInt8(ascii: "/") else { return false }
    guard line.bytes[position - 2] == UInt8(ascii: "<") else { return false }
    let name = TagName(line, at: position)
    return name.end == end && verbatim.contains(name.key)
  }

  private static func keys(_ names: String) -> [UInt128] {
    names.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt128($1) } }
  }
}
