import StatusTestSupport

/// Random texts of RFC 8259's grammar, and their mutations.
enum RandomJSON {
  private static let scalars = [
    "null", "true", "false", "0", "-0", "12", "-3.50", "1e9", "2.5E-3", "\"\"", "\"a\"", "\"NOT STARTED\"",
    "\"specs/221_x/reports/research-001.md\"", "\"\\u00e9\\n\\\"\\ud83d\\ude00\"", "\"é — 😀\"",
    "\"[{,:}]//\"",
  ]
  private static let keys = [
    "a", "b", "status", "project_number", "", "é", "\\u0061", "\\n", "a very long key indeed",
  ]
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\u00", "\n", " ", "0", "1", "-", ".", "e", "E+",
    "true", "nul", "//",
    "/*", "*/", "'", "NaN", "\"a\":", "é", "\u{FEFF}", "\0", "\u{7F}", "<<<<<<< a\n",
  ]

  /// White space, often none.
  static func gap(_ random: inout SplitMix64) -> String {
    ["", "", "", " ", "\n", "\r\n  ", "\t", "   "].randomElement(using: &random) ?? ""
  }

  /// A value and the number of values in it, itself included.
  static func value(depth: Int, _ random: inout SplitMix64) -> (text: String, nodes: Int) {
    guard depth > 0, Int.random(in: 0..<3, using: &random) > 0 else {
      return (scalars.randomElement(using: &random) ?? "0", 1)
    }
    let isObject = Bool.random(using: &random)
    var parts: [String] = []
    var nodes = 1
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let (text, count) = value(depth: depth - 1, &random)
      nodes += count
      let key = "\"\(keys.randomElement(using: &random) ?? "")\"\(gap(&random)):\(gap(&random))"
      parts.append(gap(&random) + (isObject ? key : "") + text + gap(&random))
    }
    let inside = parts.isEmpty ? gap(&random) : parts.joined(separator: ",")
    return (isObject ? "{\(inside)}" : "[\(inside)]", nodes)
  }

  /// Changes one place of `bytes`.
  static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...4, using: &random))
    let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: piece, at: place)
    case 2: bytes.replaceSubrange(place..<end, with: piece)
    case 3: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    default: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    }
  }
}
