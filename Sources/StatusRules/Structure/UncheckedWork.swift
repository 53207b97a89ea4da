import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// A completed phase has check boxes that are not checked.
struct UncheckedWork: FileRule {
  static let descriptor = RuleDescriptor(
    name: "unchecked-work", family: .structure, severity: .info, fix: .none,
    summary: "A phase is completed, but some of its check boxes are open.",
    rationale: """
      Either the phase was completed too early, or the boxes were not checked. Many people never check them, so this is \
      only worth a look.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [COMPLETED]

      ### Phase 1: Empty the shelves [COMPLETED]
      - **Completed**: 2026-01-14T10:00:00Z
      - **Goal**: Every shelf is empty
      - **Tasks**:
        - «[ ]» Carry the boxes upstairs
      - **Timing**: 2 hours
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [COMPLETED]

      ### Phase 1: Empty the shelves [COMPLETED]
      - **Completed**: 2026-01-14T10:00:00Z
      - **Goal**: Every shelf is empty
      - **Tasks**:
        - [x] Carry the boxes upstairs
      - **Timing**: 2 hours
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, plan.phases.contains(where: { $0.status == .completed }) else { return }
    let boxes = Self.openBoxes(in: file.source)
    var next = 0
    for (index, phase) in plan.phases.enumerated() {
      let following = index + 1 < plan.phases.count ? plan.phases[index + 1].range.lower : Int.max
      let end = min(phase.range.upper, following)
      while next < boxes.count, boxes[next].lower < phase.range.lower { next += 1 }
      let own = boxes[next...].prefix { $0.lower < end }
      guard phase.status == .completed, let first = own.first else { continue }
      findings.report(
        .phase, .open(phase.number.label, own.count), in: plan.source, at: first,
        task: context.taskNumber(of: file), phase: phase.number.label, evidence: "- [ ]")
    }
  }

  /// The open check boxes of the list items of a file, in order.
  private static func openBoxes(in source: SourceText) -> [ByteRange] {
    let bytes = source.bytes
    return MarkdownOutline(source).blocks.compactMap { block in
      guard block.kind == .listItem else { return nil }
      var place = block.range.lower
      let end = bytes.lineEnd(from: place)
      while place < end, bytes[place] != UInt8(ascii: "["),
        ASCII.isBlank(bytes[place]) || isListMark(bytes[place])
      {
        place += 1
      }
      return ASCII.begins(bytes, at: place, before: end, with: "[ ]") ? ByteRange(place, place + 3) : nil
    }
  }

  private static func isListMark(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isOne(byte, of: "-*+.)")
  }
}

extension String {
  fileprivate static func open(_ phase: String, _ count: Int) -> String {
    "phase \(phase) is completed, but \(count == 1 ? "1 check box is" : "\(count) check boxes are") open"
  }
}
