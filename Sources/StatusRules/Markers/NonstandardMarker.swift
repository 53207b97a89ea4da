import StatusDiagnostics
import StatusModel
import StatusText

/// A marker in another spelling than the standard's.
struct NonstandardMarker: FileRule {
  static let descriptor = RuleDescriptor(
    name: "nonstandard-marker", family: .markers, severity: .warning, fix: .safe,
    summary: "A marker means one status for certain, but is not spelled as the standard spells it.",
    rationale: """
      Scripts and agents look for `[COMPLETED]` letter by letter: `[Complete]`, `[ COMPLETED ]` or a bare `Completed` \
      is a status to a reader and none to them. Words that belong to a status stand behind its bracket.
      """,
    bad: "- **Status**: In Progress",
    good: "- **Status**: [IN PROGRESS]")

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    for placed in PlacedMarker.all(in: file, of: workspace) {
      let range = placed.marker.range
      switch placed.marker.reading {
      case .spelling(let status):
        let standard = workspace.profile.vocabulary.marker(status)
        findings.report(
          placed.subject, .spelled(file.source.text(range), standard), in: file.source, at: range,
          task: placed.task, phase: placed.phase, help: hasOtherSpace(range, file.source) ? .otherSpace : nil,
          fix: Fix(
            .safe, .replace(with: standard), at: Location(path: file.path, range: range), with: standard))
      case .worded(let status):
        let standard = workspace.profile.vocabulary.marker(status)
        findings.report(
          placed.subject, .worded(file.source.text(range), standard), in: file.source, at: range,
          task: placed.task, phase: placed.phase)
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
    "\(text.quotedBriefly) is not how a status is written: use \(standard)"
  }
  fileprivate static func worded(_ text: String, _ standard: String) -> String {
    "\(text.quotedBriefly) has more than a status in its brackets: use \(standard) and put the rest behind it"
  }
  fileprivate static let otherSpace =
    "it has a character in it that only looks like the usual one, such as a no-break space"
  fileprivate static func replace(with marker: String) -> String { "replace with \(marker)" }
}
