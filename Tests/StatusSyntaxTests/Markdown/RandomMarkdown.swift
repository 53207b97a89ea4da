import StatusTestSupport

/// Small documents made to meet the corners of the block structure.
enum RandomMarkdown {
  private static let prefixes = [
    " ", "  ", "   ", "    ", "     ", "\t", " \t", "  \t", "> ", ">", ">\t", ">  ", "- ", "-", "-\t", "-   ",
    "-    ", "-     ", "* ", "+ ", "1. ", "2) ", "10. ", "1.\t", "123456789. ", "1234567890. ", " - ",
    "  1) ",
  ]

  private static let contents = [
    "", "", "", "a", "a", "b c", "# h", "#", "## h ##", "####### h", "#h", "===", "=", "---", "--", "-",
    "***",
    "* * *", "_ _ _", "- - -", "+", "```", "````", "``` x", "```x y  ", "``` `", "~~~", "~~~~", "~~~ ~",
    "<div>",
    "</div>", "<div", "<!-- x", "x -->", "<!-- x -->", "<!-->", "<?", "?>", "<script>", "</script>",
    "</pre>x",
    "<pre ", "<textarea>", "<b>", "</b >", "<a href='x' y=\"z\" w=v>", "<a b=>", "<a/>", "<a b = c/ >",
    "<a b",
    "<![CDATA[", "<![cdata[ x ]]>", "]]>", "<!X", "<!x>", "[a]: b", "[a]:", "[a", "]: b", "b 't'", "'t", "t'",
    "\"x\"", "(x)", "(x", "[a]: <b> 'c'", "[a]: b 'c' d", "[a]: b \"c", "[a]: <b", "[a]: b\\", "[a\\]: b",
    "[ ]: b", "[a]: (b)", "[a]: (b", "[a]: b (c \\) d", "[a]: b 'c \\' d", "[a]: b \"\\\\\" c\"",
    "[a]:b\"c\"",
    "[a]: <b>'c'", "[a]: <>", "**N**: v", "- **N**: v", "| a | b |", "|---|---|", "a | b", "-|-", ":-", "\\",
    "\u{E9}", "\0", "\u{B}", "\u{C}", "- a", "1. a", "2. a", "> a", "- [a]: b", "> [a]: b", "- ```", "> ```",
    "- # h", "> - a",
    "- > a",
    "a  ", "    a", "*", "1.", "1)", "01. a", "001) ", "&amp;", "`", "<", "<>", "</", "<!", "<h1>", "<hr/>",
    "<hr/",
    "<tablex>", "<style\t", "</script", "...", "- - - a", "* - + a", "1. - 2. a", ">>> a", "> > a", "\t\ta",
  ]

  private static let letters = Array(" \t\n\n>-*+1.)#`~<!/a[]:='\"(=\\?-_ ".utf8)

  /// Lines of prefixes and contents.
  static func document(_ random: inout SplitMix64) -> [UInt8] {
    let lineEnds = [["\n"], ["\n"], ["\r\n"], ["\n", "\r\n", "\r"]].randomElement(using: &random) ?? []
    var text = ""
    for line in 0..<Int.random(in: 1...12, using: &random) {
      if line > 0 { text += lineEnds.randomElement(using: &random) ?? "" }
      if Int.random(in: 0..<5, using: &random) == 0 { continue }
      for _ in 0..<Int.random(in: 0...3, using: &random) where Bool.random(using: &random) {
        text += prefixes.randomElement(using: &random) ?? ""
      }
      text += contents.randomElement(using: &random) ?? ""
    }
    if Bool.random(using: &random) { text += lineEnds.randomElement(using: &random) ?? "" }
    return Array(text.utf8)
  }

  /// Bytes that mean something to Markdown, without any order.
  static func noise(_ random: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 1...60, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0 }
  }

  /// `bytes` with a few bytes or lines deleted, doubled, moved or put in.
  static func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let line = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.remove(at: start)
      case 1: bytes.insert(bytes[start], at: start)
      case 2: bytes.removeSubrange(start..<line)
      case 3:
        bytes.insert(contentsOf: bytes[start..<line], at: Int.random(in: 0...bytes.count, using: &random))
      case 4: bytes.insert(contentsOf: (contents.randomElement(using: &random) ?? "").utf8, at: start)
      default:
        bytes.insert(
          contentsOf: "\n\((prefixes + contents).randomElement(using: &random) ?? "")".utf8, at: start)
      }
    }
    return bytes
  }
}
