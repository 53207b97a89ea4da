import StatusDiagnostics

/// How a rule is configured and how a finding of it is suppressed, as lines to paste.
package struct RuleAdvice {
  /// A comment that suppresses a finding, and where it goes.
  package struct Comment {
    /// The comment, without the newline.
    package let text: String
    /// Where it goes: "before the line", "in the first ten lines of the file".
    package let place: String
    /// Whether it holds for the whole file.
    package let isForFile: Bool

    /// What it suppresses, as the object of a sentence.
    package var effect: String { isForFile ? "the findings of this rule in a file" : "one finding" }
  }

  private let rule: RuleDescriptor

  /// The advice about `rule`.
  package init(_ rule: RuleDescriptor) { self.rule = rule }

  /// Members of statuslint.json: the rule off, less severe, and off in some files.
  package var settings: [String] {
    [
      "\"ignore\": [\"\(rule.name)\"],",
      "\"severity\": {\"\(rule.name)\": \"info\"},",
      "\"perPath\": [{\"paths\": \"specs/archive/**\", \"ignore\": [\"\(rule.name)\"]}],",
    ]
  }

  /// The comment for a finding as in the incorrect example; nil for findings that have no place in Markdown, and for those
  /// about comments themselves.
  package var comment: Comment? {
    if rule.family == .suppression { return nil }
    let files = Dictionary(rule.bad.files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    let places = ExampleOutput(rule).findings(in: rule.bad).flatMap { finding in
      [finding.location].compactMap { $0 } + finding.related.map(\.location)
    }.filter { $0.path.hasSuffix(".md") && files[$0.path]?.isEmpty == false }
    guard let place = places.first else { return nil }
    let beginning = Self.frontMatterEnd(of: files[place.path] ?? "")
    let hasLine = place.range.lower > beginning || place.range.lower == beginning && !place.range.isEmpty
    return hasLine
      ? Comment(
        text: "<!-- statuslint-disable-next-line \(rule.name) -- why -->",
        place: "on the line before the finding",
        isForFile: false)
      : Comment(
        text: "<!-- statuslint-disable-file \(rule.name) -- why -->",
        place: "in the first ten lines of the file, after the front matter", isForFile: true)
  }

  /// The length of the front matter of `text`, in bytes.
  private static func frontMatterEnd(of text: String) -> Int {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual("---".utf8),
      let last = lines.dropFirst().firstIndex(where: { $0.elementsEqual("---".utf8) })
    else { return 0 }
    return lines[...last].reduce(0) { $0 + $1.count + 1 }
  }
}
