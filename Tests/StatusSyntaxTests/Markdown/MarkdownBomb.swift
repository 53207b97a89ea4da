/// Inputs that a careless parser takes quadratic time, deep recursion or a crash for.
struct MarkdownBomb: Sendable, CustomStringConvertible {
  /// What is repeated, for people.
  let description: String
  private let head: String
  private let body: String
  private let tail: String

  /// `head`, `body` over and over, `tail`: about `size` bytes.
  func bytes(size: Int) -> [UInt8] {
    let body = Array(body.utf8)
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(size + bytes.count + body.count)
    for _ in 0..<size / body.count { bytes += body }
    return bytes + tail.utf8
  }

  private init(_ body: String) {
    self.init("", body)
  }

  private init(_ head: String, _ body: String, _ tail: String = "") {
    self.head = head
    self.body = body
    self.tail = tail
    description = "\(head.prefix(20))(\(body))…\(tail)".debugDescription
  }

  static let all: [MarkdownBomb] = nesting + definitions + lines + html + additions

  private static let deepQuote = String(repeating: "> ", count: 128)
  private static let deepList = String(repeating: "- ", count: 128)

  private static let nesting = [
    MarkdownBomb(">"), MarkdownBomb("> "), MarkdownBomb("- "), MarkdownBomb("", "- ", "a"),
    MarkdownBomb("1. "), MarkdownBomb("> - "), MarkdownBomb("", "* - + ", "a"),
    MarkdownBomb("", "> 1) ", "\n\na"),
    MarkdownBomb(deepQuote + "a\n", "b\n"), MarkdownBomb(deepList + "a\n", "\n"),
    MarkdownBomb(deepList + "a\n", "\n", "a"),
    MarkdownBomb("> " + deepList.dropLast(2) + "a\n", ">\n"),
    MarkdownBomb("> " + deepList.dropLast(4) + "> a\n", ">\n"),
    MarkdownBomb("- a\n\n"), MarkdownBomb("-\n"), MarkdownBomb("> a\n\n"), MarkdownBomb("- a\n", "  \n"),
    MarkdownBomb(deepList + "a\n", String(repeating: " ", count: 256) + "a\n"),
  ]

  private static let definitions = [
    MarkdownBomb("["), MarkdownBomb("[]"), MarkdownBomb("[a]: "), MarkdownBomb("[a]: b\n"),
    MarkdownBomb("[a]: b '\n"),
    MarkdownBomb("[a]: b (\n"), MarkdownBomb("[a]: b \"\\\"\n"), MarkdownBomb("[a]: <\n"),
    MarkdownBomb("[a\n"),
    MarkdownBomb("[a]: b\n", "===\n"), MarkdownBomb("[a]: ", "("), MarkdownBomb("[a]: <", "<"),
    MarkdownBomb("[", "\\"),
    MarkdownBomb("[a]: b \"", "\\\""), MarkdownBomb("[", "a\n"), MarkdownBomb("[a]: b\n", "**c**: d\n"),
    MarkdownBomb("[a]: b '\n", "**c**: d\n", "'"), MarkdownBomb("[a]:", " "), MarkdownBomb("[a]: b\n---\n"),
  ]

  private static let lines = [
    MarkdownBomb("a"), MarkdownBomb("\n"), MarkdownBomb("\r"), MarkdownBomb("\r\n"), MarkdownBomb("\n\r"),
    MarkdownBomb(" "), MarkdownBomb("\t"), MarkdownBomb("\0"), MarkdownBomb("", "*", "a"),
    MarkdownBomb("", "* ", "a"),
    MarkdownBomb("", "- ", "_"), MarkdownBomb("", "_ ", "a"), MarkdownBomb("", "-", "a"),
    MarkdownBomb("a\n", "=", "a"),
    MarkdownBomb("#"), MarkdownBomb("# ", "#", " a"), MarkdownBomb("# a", " #"), MarkdownBomb("`"),
    MarkdownBomb("```\n"),
    MarkdownBomb("~"), MarkdownBomb("``` ", "a", "`"), MarkdownBomb("1"), MarkdownBomb("1.\n"),
    MarkdownBomb("a\n===\n"),
    MarkdownBomb("    a\n", "\n"), MarkdownBomb("a\n", "=== a\n"), MarkdownBomb("-", "\t"),
  ]

  private static let html = [
    MarkdownBomb("<"), MarkdownBomb("<a"), MarkdownBomb("<a ", "b "), MarkdownBomb("<a ", "b='c' "),
    MarkdownBomb("<a b='", "c"),
    MarkdownBomb("<a b", " "), MarkdownBomb("<!--\n"), MarkdownBomb("<!--", ">"), MarkdownBomb("<!--", "--"),
    MarkdownBomb("<script>", "</"), MarkdownBomb("<script>", "</scripty>"), MarkdownBomb("<script>", ">"),
    MarkdownBomb("<![CDATA[", "]"), MarkdownBomb("<?", "?"), MarkdownBomb("<b>\n"),
    MarkdownBomb("<!-- -->\n"),
  ]

  private static let additions = [
    MarkdownBomb("|"), MarkdownBomb("a|b\n", "-|"), MarkdownBomb("|a\n|-\n"), MarkdownBomb("**a**: b\n"),
    MarkdownBomb("**"),
    MarkdownBomb("**a** ", "("), MarkdownBomb("**a** (", "("), MarkdownBomb("**a**:", " "),
    MarkdownBomb("**a**: b\n---\n"),
    MarkdownBomb("---\n"), MarkdownBomb("---\n", "a\n"), MarkdownBomb("---\n", "--\n"),
    MarkdownBomb("---", " "),
    MarkdownBomb("**a\n"), MarkdownBomb("- **a**: b\n"),
  ]
}
