/// A workflow command as the runner of GitHub Actions reads it: written from `ActionCommand.TryParseV2` of
/// actions/runner, and from the escapes that it undoes.
struct WorkflowCommand: Equatable {
  /// What it does: `error`, `warning`, `notice`.
  let name: String
  /// Its properties.
  let properties: [String: String]
  /// What follows the second `::`.
  let data: String

  /// The command in `line`; nil if it is none.
  init?(_ line: Substring) {
    let trimmed = line.drop(while: \.isWhitespace)
    guard trimmed.hasPrefix("::"), let end = trimmed.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = trimmed[trimmed.index(trimmed.startIndex, offsetBy: 2)..<end.lowerBound]
    let parts = head.split(separator: " ", maxSplits: 1)
    guard let name = parts.first else { return nil }
    self.name = String(name)
    var properties: [String: String] = [:]
    for property in parts.dropFirst().first?.split(separator: ",") ?? [] {
      let pair = property.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      properties[pair[0].trimmingPrefix(while: \.isWhitespace).description] = Self.unescaped(
        pair[1], [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")])
    }
    self.properties = properties
    data = Self.unescaped(trimmed[end.upperBound...], [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")])
  }

  /// The runner replaces one escape after the other, `%25` last.
  private static func unescaped(_ text: Substring, _ escapes: [(String, String)]) -> String {
    escapes.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
