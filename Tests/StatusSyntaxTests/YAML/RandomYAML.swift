import StatusTestSupport

/// Random texts of the YAML that is supported, and their mutations.
enum RandomYAML {
  private static let words = [
    "a", "status", "in-progress", "To Do", "1-2-open", "é — 😀", "a:b", "a#b", "it's", "-x", "?x", "x\"y", "3",
    "~", "null",
    "2026-03-02 08:15", "a, b", "a]", "C:\\x",
  ]
  private static let flowWords = ["a", "b c", "1-2", "é", "x\"y", "3", "a#b"]
  private static let quoted = [
    "''", "\"\"", "'it''s'", "\"a \\\"b\\\" \\u00e9\\n\\x41\"", "'a: b # c'", "\" a\\tb \"", "'- a'",
    "\"\\N\\_\\L\"",
    "\"[{,}]\"", "'#'",
  ]
  private static let folded = ["'a\n%b\n\n%c d'", "\"a\\\n%b \n\n %c\\\n\n%d\"", "a\n%b\n\n%  c"]
  private static let blocks = [
    "|\n%a\n%  b\n\n%c\n", ">-\n%a\n%b\n\n%c\n%  d\n%e\n\n", "|+\n%a\n\n\n", ">\n\n%a\n%b\n",
    "| # c\n%a: b\n%- c\n", "|-\n\n",
    ">2\n   a\n  b\n",
  ]
  private static let comments = ["", "", "", "", " # a: b", "  #\"'[", "\n", "\n  # c\n\n"]
  private static let pieces = [
    "\n", "\n\n", " ", "  ", "\n  ", ":", ": ", "- ", "#", " #", "'", "\"", "[", "]", "{", "}", ",", "|", ">",
    "&", "*", "!",
    "? ", "%", "@", "\\", "\r\n", "---\n", "...\n", "<<: ", "~", "a", "é", "-", "?", "\t", "`",
  ]

  /// A whole text.
  static func document(_ random: inout SplitMix64) -> String {
    let start =
      ["", "", "---\n", "# c\n", "\u{FEFF}", "\n\n", "--- # c\n"].randomElement(using: &random) ?? ""
    let end = ["", "", "...\n", "# c", "\n"].randomElement(using: &random) ?? ""
    let text = start + block(depth: 4, indent: 0, &random) + end
    return Int.random(in: 0..<6, using: &random) == 0 ? text.replacing("\n", with: "\r\n") : text
  }

  /// A map or list at `indent`, with its line endings.
  private static func block(depth: Int, indent: Int, _ random: inout SplitMix64) -> String {
    let isList = Int.random(in: 0..<3, using: &random) == 0
    let margin = String(repeating: " ", count: indent)
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let key = pick(Bool.random(using: &random) ? ["a", "b c", "x:y", "1.2"] : quoted, &random)
      text += margin + (isList ? "-" : key + pick([":", ":", " :"], &random))
      text += value(depth: depth, indent: indent, isList: isList, &random)
    }
    return text
  }

  private static func value(depth: Int, indent: Int, isList: Bool, _ random: inout SplitMix64) -> String {
    let deeper = indent + Int.random(in: 1...3, using: &random)
    let margin = String(repeating: " ", count: deeper)
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1, 2: return " " + pick(words, &random) + pick(comments, &random) + "\n"
    case 3: return " " + pick(quoted, &random) + pick(comments, &random) + "\n"
    case 4: return pick(comments, &random) + "\n"
    case 5: return "  " + flow(depth: 3, &random) + pick(comments, &random) + "\n"
    case 6: return " " + pick(folded, &random).replacing("%", with: margin) + "\n"
    case 7 where indent == 0 || depth == 4: return " " + pick(blocks, &random).replacing("%", with: margin)
    case 8 where depth > 0 && isList:
      // The first entry stands on the line of the hyphen.
      let nested = block(depth: depth - 1, indent: indent + 2, &random)
      return " " + nested.dropFirst(indent + 2)
    case 9 where depth > 0 && !isList:
      return "\n" + String(repeating: " ", count: indent) + "- a\n" + String(repeating: " ", count: indent)
        + "- b: c\n"
    default:
      guard depth > 0 else { return " a\n" }
      return pick(comments, &random) + "\n" + block(depth: depth - 1, indent: deeper, &random)
    }
  }

  private static func flow(depth: Int, _ random: inout SplitMix64) -> String {
    let isMap = Bool.random(using: &random)
    let gap = ["", " ", "  "]
    let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let nests = depth > 0 && Int.random(in: 0..<3, using: &random) == 0
      let value =
        nests
        ? flow(depth: depth - 1, &random) : pick(Bool.random(using: &random) ? flowWords : quoted, &random)
      let key = isMap ? pick(["a: ", "\"b\":", "'c' : ", "d e:  "], &random) : ""
      return pick(gap, &random) + key + value + pick(gap, &random)
    }
    let inside = parts.joined(separator: ",") + (parts.isEmpty ? "" : pick(["", "", ",", ", "], &random))
    return isMap ? "{\(inside)}" : "[\(inside)]"
  }

  private static func pick(_ texts: [String], _ random: inout SplitMix64) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  /// Changes one place of `bytes`.
  static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...6, using: &random))
    let piece = Array(pick(pieces, &random).utf8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: piece, at: place)
    case 2: bytes.replaceSubrange(place..<end, with: piece)
    default: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    }
  }
}
