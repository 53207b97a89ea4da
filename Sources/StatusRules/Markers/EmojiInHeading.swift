import StatusDiagnostics
import StatusModel
import StatusText

/// An emoji or a check mark in the heading of a task or a phase.
struct EmojiInHeading: FileRule {
  static let descriptor = RuleDescriptor(
    name: "emoji-in-heading", family: .markers, severity: .warning, fix: .safe,
    summary: "The heading of a task or a phase has an emoji or a check mark in it.",
    rationale: """
      The status says that something is done; a check mark beside it is a second claim, which nothing updates. \
      Headings are also looked up by their text, and a glyph in them is easily missed.
      """,
    bad: "### 12. Write the index ✅",
    good: "### 12. Write the index")

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list):
      for task in list.tasks {
        check(task.heading, .task, task: task.number, phase: nil, of: list.source, &findings)
      }
    case .plan(let plan):
      let task = workspace.taskNumber(of: file)
      for phase in plan.phases {
        check(phase.heading, .phase, task: task, phase: phase.number.label, of: plan.source, &findings)
      }
    default: break
    }
  }

  private func check(
    _ heading: ByteRange, _ subject: Finding.Subject, task: Int?, phase: String?, of source: SourceText,
    _ findings: inout FindingCollector
  ) {
    for run in EmojiRuns.find(in: heading, of: source.bytes) {
      let edit = withBlank(run.range, in: heading, source.bytes)
      let fix = Fix(.safe, .remove, at: Location(path: source.path, range: edit), with: "")
      findings.report(
        subject, .emoji(source.text(run.range), subject), in: source, at: run.range, task: task, phase: phase,
        fix: run.holdsASCII ? nil : fix)
    }
  }

  /// The range with the blanks that would be left over: those before it at the heading's end, else those behind.
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
    "\(text.quotedBriefly) in the heading \(subject.ofOne): headings are plain text, the status says the rest"
  }
  fileprivate static let remove = "remove the emoji"
}
