/// A workflow command as the runner of GitHub Actions reads it: written from `ActionCommand.TryParseV2` of
/// actions/runner, and from the escapes that it undoes.
struct WorkflowCommand: Equatable {
  /// What it does: `error`, `warning`, `notice`.
  let name: String
  /// Its properties; the runner does not mind the case of their names, here they are in lower case.
  let properties: [String: String]
  /// What follows the second `::`.
  let data: String

  /// Those that annotate a place; other words are not commands of ours.
  private static let registered: Set = ["error", "warning", "notice"]

  /// The command in `line`; nil if it is none.
  init?(_ line: Substring) {
    let trimmed = line.drop(while: \.isWhitespace)
    guard trimmed.hasPrefix("::"), let end = trimmed.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = trimmed[trimmed.index(trimmed.startIndex, offsetBy: 2)..<end.lowerBound]
    name = String(head.prefix { $0 != " " })
    guard Self.registered.contains(name) else { return nil }
    var properties: [String: String] = [:]
    let list = head.dropFirst(name.count).trimming(while: \.isWhitespace)
    for property in list.split(separator: ",") {
      let pair = property.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      properties[pair[0].lowercased()] = Self.unescaped(
        pair[1], [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")])
    }
    // `IssueCommandExtension.ValidateLinesAndColumns` drops columns of an annotation of several lines.
    if let end = properties["endline"], end != properties["line"] {
      properties["col"] = nil
      properties["endcolumn"] = nil
    }
    self.properties = properties
    data = Self.unescaped(trimmed[end.upperBound...], [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")])
  }

  /// The runner replaces one escape after the other, `%25` last.
  private static func unescaped(_ text: Substring, _ escapes: [(String, String)]) -> String {
    escapes.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}

extension Substring {
  fileprivate func trimming(while isOutside: (Character) -> Bool) -> Substring {
    let start = drop(while: isOutside)
    guard let last = start.lastIndex(where: { !isOutside($0) }) else { return "" }
    return start[...last]
  }
}
