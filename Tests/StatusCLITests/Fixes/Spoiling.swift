import StatusTestSupport
import StatusTestTrees

/// Ways to spoil a tree: its markers, brackets, glyphs, phases and fields.
enum Spoiling {
  private static let statuses = [
    "NOT STARTED", "IN PROGRESS", "PLANNED", "IMPLEMENTING", "PARTIAL", "BLOCKED", "COMPLETED", "ABANDONED",
    "DONE",
  ]
  private static let glyphs = ["✅", "🚧", "❌", "🚀", "⏳", "✔", "⬜"]

  /// Changes one line of a Markdown file, or one status of the registry.
  static func spoil(_ tree: inout MemoryTree, _ random: inout SplitMix64) {
    let paths = tree.files.keys.filter {
      $0.hasSuffix(".md") && ($0.contains("/plans/") || $0.hasSuffix("TODO.md"))
    }
    if Int.random(in: 0..<6, using: &random) == 0 { return spoilRegistry(&tree, &random) }
    guard let path = paths.sorted().randomElement(using: &random) else { return }
    var lines = String(decoding: tree.files[path] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = lines.indices.filter { isMarked(lines[$0]) || lines[$0].hasPrefix("### ") }
    guard let place = places.randomElement(using: &random) else { return }
    lines[place] = spoiled(lines[place], &random)
    tree.files[path] = Array(lines.joined(separator: "\n").utf8)
  }

  private static func isMarked(_ line: String) -> Bool {
    line.hasPrefix("- **Status**: ") || line.hasPrefix("### Phase ") || line.hasPrefix("- **Started**")
      || line.hasPrefix("- **Effort**")
  }

  private static func spoiled(_ line: String, _ random: inout SplitMix64) -> String {
    let status = statuses.randomElement(using: &random) ?? ""
    let glyph = glyphs.randomElement(using: &random) ?? ""
    guard let open = line.lastIndex(of: "["), let close = line.lastIndex(of: "]"), open < close else {
      return Bool.random(using: &random) ? "\(line) \(glyph)" : "\(line)\n\(line)"
    }
    let head = line[..<open]
    let inner = line[line.index(after: open)..<close]
    let tail = line[line.index(after: close)...]
    switch Int.random(in: 0..<17, using: &random) {
    case 0: return "\(head)\\[\(inner)\\]\(tail)"
    case 1: return "\(head)\(inner)]\(tail)"
    case 2: return "\(head)[\(inner)\(tail)"
    case 3: return "\(head)(\(inner))\(tail)"
    case 4: return "\(head)[\(inner.replacing(" ", with: "\u{A0}"))]\(tail)"
    case 5: return "\(head)[\(inner.capitalized)]\(tail)"
    case 6: return line.hasPrefix("#") ? "\(head)- \(inner)\(tail)" : "\(head)\(inner)\(tail)"
    case 7: return "\(head)[\(status)]\(tail)"
    case 8: return "\(head)[\(inner)] [\(status)]\(tail)"
    case 9: return "\(head)[\(inner)/\(status)]\(tail)"
    case 10: return "\(head)[\(inner)]\(tail) \(glyph)"
    case 11: return "\(head)\(glyph) \(tail)"
    case 12: return "\(line)\n\(line)"
    case 13: return "\(line)\n- **Status**: [\(status)]"
    case 14: return line.hasPrefix("###") ? "#\(line)" : line
    case 15: return line.hasPrefix("### Phase ") ? line.replacing("### Phase ", with: "### Phase #") : line
    default:
      return line.hasPrefix("### Phase ")
        ? "\(line)\n\n#### Phase 1.7: Part [\(status)]" : "\(head)[\(status)]\(tail)"
    }
  }

  private static func spoilRegistry(_ tree: inout MemoryTree, _ random: inout SplitMix64) {
    let path = "specs/state.json"
    var lines = String(decoding: tree.files[path] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = lines.indices.filter { lines[$0].contains("\"status\": \"") }
    guard let place = places.randomElement(using: &random),
      let status = statuses.randomElement(using: &random)
    else { return }
    let indent = lines[place].prefix { $0 == " " }
    let value = Bool.random(using: &random) ? status : status.lowercased().replacing(" ", with: "_")
    lines[place] = "\(indent)\"status\": \"\(value)\"\(lines[place].hasSuffix(",") ? "," : "")"
    tree.files[path] = Array(lines.joined(separator: "\n").utf8)
  }
}
