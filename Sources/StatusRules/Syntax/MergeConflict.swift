import StatusDiagnostics
import StatusModel
import StatusText

/// A merge conflict that nobody has resolved.
struct MergeConflict: FileRule {
  static let descriptor = RuleDescriptor(
    name: "merge-conflict", family: .syntax, severity: .error, fix: .none,
    summary: "The conflict markers of a merge stand in a tracking file.",
    rationale: """
      Between the markers stand two versions of the same lines, and only a person knows which one holds. Until \
      then the file says two things at once, and no rule looks at it any further. Markers in code are examples.
      """,
    bad: """
      <<<<<<< HEAD
      - **Status**: [PLANNED]
      =======
      - **Status**: [COMPLETED]
      >>>>>>> feature
      """,
    good: "- **Status**: [COMPLETED]")

  func applies(to kind: TrackedFile.Kind) -> Bool { true }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    var begin: ByteRange?
    for marker in file.syntax.conflictMarkers {
      switch file.source.bytes[marker.lower] {
      case UInt8(ascii: "<"): begin = marker
      case UInt8(ascii: ">"):
        guard let first = begin else { continue }
        let end = file.source.text(marker)
        findings.report(
          .file, .unresolved(file.source.text(first), end), in: file.source, at: first,
          task: workspace.taskNumber(of: file),
          related: [RelatedLocation(Location(path: file.path, range: marker), .endsHere)])
        begin = nil
      default: continue
      }
    }
  }
}

extension String {
  fileprivate static func unresolved(_ first: String, _ last: String) -> String {
    "a merge is not resolved between \(first.quotedBriefly) and \(last.quotedBriefly): keep one version, drop the markers"
  }
  fileprivate static let endsHere = "the conflict ends here"
}
