import StatusDiagnostics
import StatusModel
import StatusText

/// A marker in another spelling than the standard's.
struct NonstandardMarker: FileRule {
  static let descriptor = RuleDescriptor(
    name: "nonstandard-marker", family: .markers, severity: .warning, fix: .safe,
    summary: "A marker has exactly one possible meaning but a nonstandard spelling.",
    rationale: """
      Scripts and agents search for the exact text `[COMPLETED]`. People understand `[Complete]`, `[ \
      COMPLETED ]` or `Completed` without brackets, but these programs do not. Comments belong after the \
      closing bracket.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: «In Progress»
      - **Started**: 2026-01-05
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IN PROGRESS]
      - **Started**: 2026-01-05
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    for placed in PlacedMarker.all(in: file, of: context) {
      let range = placed.marker.range
      switch placed.marker.reading {
      case .spelling(let status):
        let standard = context.profile.vocabulary.marker(status)
        findings.report(
          placed.subject, .spelled(file.source.text(range), standard), in: file.source, at: range,
          task: placed.task, phase: placed.phase, help: hasOtherSpace(range, file.source) ? .otherSpace : nil,
          fix: Fix(
            .safe, .replace(with: standard), at: Location(path: file.path, range: range), with: standard))
      case .worded(let status):
        let standard = context.profile.vocabulary.marker(status)
        let text = file.source.text(range)
        findings.report(
          placed.subject, placed.marker.form == .link ? .linked(text) : .worded(text), in: file.source,
          at: range,
          task: placed.task, phase: placed.phase, help: .moveRest(standard))
      case .standard, .undecided, .ambiguous, .unknown: continue
      }
    }
  }

  /// Whether it looks like the standard's spelling, but has a space or a hyphen that no keyboard has.
  private func hasOtherSpace(_ range: ByteRange, _ source: SourceText) -> Bool {
    let bytes = source.bytes[range.indices]
    return bytes.first == UInt8(ascii: "[") && bytes.contains { $0 >= 0x80 }
  }
}

extension String {
  fileprivate static func spelled(_ text: String, _ standard: String) -> String {
    "\(text.quotedBriefly) is not the standard spelling of \(standard)"
  }
  fileprivate static func worded(_ text: String) -> String {
    "\(text.quotedBriefly) contains more than a status"
  }
  fileprivate static func linked(_ text: String) -> String { "\(text.quotedBriefly) is the text of a link" }
  fileprivate static func moveRest(_ standard: String) -> String {
    "use \(standard), and move the other text after it"
  }
  fileprivate static let otherSpace =
    "it contains a character that looks like a normal one, such as a no-break space"
  fileprivate static func replace(with marker: String) -> String { "replace with \(marker)" }
}
