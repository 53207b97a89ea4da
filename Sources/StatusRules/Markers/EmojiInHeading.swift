import StatusDiagnostics
import StatusModel
import StatusText

/// An emoji or a check mark in the heading of a task or a phase.
struct EmojiInHeading: FileRule {
  static let descriptor = RuleDescriptor(
    name: "emoji-in-heading", family: .markers, severity: .warning, fix: .safe,
    summary: "The heading of a task or a phase contains an emoji or a check mark.",
    rationale: """
      The status says whether something is done. A check mark next to it is a second claim that no program \
      updates. Also, programs search for headings by their text, and an emoji prevents a match.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar «✅»
      - **Status**: [COMPLETED]
      - **Completed**: 2026-01-14
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: 2026-01-14
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list):
      for task in list.tasks {
        let claim = Claim(heading: task.heading, marker: task.marker, headingMarker: task.headingMarker)
        check(claim, .task, task: task.number, phase: nil, of: list.source, context.profile, &findings)
      }
    case .plan(let plan):
      let task = context.taskNumber(of: file)
      for phase in plan.phases {
        let claim = Claim(
          heading: phase.heading, marker: phase.marker,
          headingMarker: phase.markers.first { $0.place == .heading })
        check(
          claim, .phase, task: task, phase: phase.number.label, of: plan.source, context.profile, &findings)
      }
    default: break
    }
  }

  /// A heading, and the markers that say what its emoji may say too.
  private struct Claim {
    let heading: ByteRange
    /// The marker that counts.
    let marker: Marker?
    /// The one in the heading.
    let headingMarker: Marker?
  }

  private func check(
    _ claim: Claim, _ subject: Finding.Subject, task: Int?, phase: String?, of source: SourceText,
    _ profile: Profile, _ findings: inout FindingCollector
  ) {
    for run in EmojiRuns.find(in: claim.heading, of: source.bytes) {
      let text = source.text(run.range)
      let isEvidence = EmojiClaim.contradicts(text, claim.marker?.status, profile.vocabulary)
      // Words at the end of a heading are a marker for what is before them.
      let isFree =
        claim.headingMarker?.form != .words && !run.holdsASCII && !isEvidence
        && !EmojiClaim.mayAdd(text, to: claim.marker?.status)
      let edit = withBlank(run.range, in: claim.heading, source.bytes)
      let fix = isFree ? Fix(.safe, .remove, at: Location(path: source.path, range: edit), with: "") : nil
      findings.report(
        subject, .emoji(text, subject), in: source, at: run.range, task: task, phase: phase,
        help: help(claim, isEvidence: isEvidence, isFixed: fix != nil), fix: fix)
    }
  }

  private func help(_ claim: Claim, isEvidence: Bool, isFixed: Bool) -> String? {
    if isEvidence { return claim.marker == nil ? .onlyClaim : .otherClaim }
    return isFixed ? nil : .checkFirst
  }

  /// The range with the blanks that would be left over: those before it at the heading's end, else those after.
  private func withBlank(_ range: ByteRange, in heading: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var (lower, upper) = (range.lower, range.upper)
    let isAfterBlank = lower == heading.lower || ASCII.isBlank(bytes[lower - 1])
    if upper == heading.upper {
      while lower > heading.lower, ASCII.isBlank(bytes[lower - 1]) { lower -= 1 }
    } else if isAfterBlank {
      while upper < heading.upper, ASCII.isBlank(bytes[upper]) { upper += 1 }
    }
    return ByteRange(lower, upper)
  }
}

extension String {
  fileprivate static func emoji(_ text: String, _ subject: Finding.Subject) -> String {
    "\(text.quotedBriefly) in the heading of the \(subject.noun): headings must be plain text"
  }
  fileprivate static let onlyClaim =
    "it is the only indication of the status: add the status, then remove it"
  fileprivate static let otherClaim =
    "it contradicts the status: decide which is right, then remove it"
  fileprivate static let checkFirst =
    "express it in the status or in words, then remove it"
  fileprivate static let remove = "remove the emoji"
}
