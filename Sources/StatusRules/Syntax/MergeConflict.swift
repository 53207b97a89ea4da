import StatusDiagnostics
import StatusModel
import StatusText

/// An unresolved merge conflict, or a marker left over from one.
struct MergeConflict: FileRule {
  static let descriptor = RuleDescriptor(
    name: "merge-conflict", family: .syntax, severity: .error, fix: .none,
    summary: "A tracking file contains conflict markers of a merge.",
    rationale: """
      The lines between the markers exist in two versions, and only a person knows which one is right. \
      Until the conflict is resolved, no other rule checks the file. The rule also reports a marker that \
      is left over after the others were removed, because more may be left over. Markers in code blocks \
      are examples and are ignored.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      «<<<<<<< HEAD»
      - **Status**: [NOT STARTED]
      =======
      - **Status**: [ABANDONED]
      >>>>>>> feature
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { true }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    var conflict: [ByteRange] = []
    for marker in file.syntax.conflictMarkers {
      let byte = file.source.bytes[marker.lower]
      // A beginning after another one, and an end after an end, belong to no pair.
      if byte == UInt8(ascii: "<") { report(&conflict, file, context, &findings) }
      conflict.append(marker)
      if byte == UInt8(ascii: ">") { report(&conflict, file, context, &findings) }
    }
    report(&conflict, file, context, &findings)
  }

  /// Reports the markers of one conflict, and forgets them.
  private func report(
    _ conflict: inout [ByteRange], _ file: TrackedFile, _ context: FileContext,
    _ findings: inout FindingCollector
  ) {
    defer { conflict = [] }
    guard let first = conflict.first, let last = conflict.last else { return }
    let (source, task) = (file.source, context.taskNumber(of: file))
    let isPair =
      source.bytes[first.lower] == UInt8(ascii: "<") && source.bytes[last.lower] == UInt8(ascii: ">")
    if isPair {
      findings.report(
        .file, .unresolved(source.text(first), source.text(last)), in: source, at: first, task: task,
        related: [RelatedLocation(Location(path: file.path, range: last), .endsHere)], help: .keepOne)
      return
    }
    for marker in conflict {
      findings.report(
        .file, .leftOver(source.text(marker)), in: source, at: marker, task: task, help: .removeLine)
    }
  }
}

extension String {
  fileprivate static func unresolved(_ first: String, _ last: String) -> String {
    "unresolved merge conflict between \(first.quotedBriefly) and \(last.quotedBriefly)"
  }
  fileprivate static func leftOver(_ marker: String) -> String {
    "\(marker.quotedBriefly) is left over from a merge"
  }
  fileprivate static let endsHere = "the conflict ends here"
  fileprivate static let keepOne = "keep one version and remove the markers"
  fileprivate static let removeLine =
    "check that the lines around it are the right version, and remove this line"
}
