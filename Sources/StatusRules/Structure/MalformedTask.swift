import StatusDiagnostics
import StatusModel
import StatusText

/// A heading that is nearly a task's, with task fields beneath it.
struct MalformedTask: FileRule {
  static let descriptor = RuleDescriptor(
    name: "malformed-task", family: .structure, severity: .warning, fix: .unsafe,
    summary: "A heading of TODO.md has a task's fields beneath it, but is not written as a task's heading.",
    rationale: """
      Tools find tasks by headings of the form `### 7. Title`. One that is written in another way is invisible to \
      them: nobody works on the task, and its number is given away again. statuslint reads the number, where it can, \
      and compares the task with the other files.
      """,
    bad: """
      ### #7. Sort the cellar
      - **Status**: [PLANNED]
      - **Effort**: 2 hours
      """,
    good: """
      ### 7. Sort the cellar
      - **Status**: [PLANNED]
      - **Effort**: 2 hours
      """)

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .taskList }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = file.taskList else { return }
    for heading in list.malformedHeadings {
      let text = list.source.text(heading.text)
      let standard = heading.standard(in: list.source)
      findings.report(
        .task, message(heading, text, list.source), in: list.source,
        at: heading.fault == .number ? heading.numberRange : heading.text, task: heading.number,
        help: help(heading),
        fix: standard.map {
          Fix(
            .unsafe, .replace(heading.number ?? 0),
            at: Location(path: list.path, range: heading.beforeTitle), with: $0)
        })
    }
  }

  private func message(_ heading: MalformedTaskHeading, _ text: String, _ source: SourceText) -> String {
    switch heading.fault {
    case .form: .nearlyOne(text)
    case .level: .wrongLevel(text, heading.level)
    case .number: .tooLarge(source.text(heading.numberRange))
    }
  }

  private func help(_ heading: MalformedTaskHeading) -> String {
    switch heading.fault {
    case .form, .level: .writeIt(heading.number ?? 0)
    case .number: .giveNumber
    }
  }
}

extension String {
  fileprivate static func nearlyOne(_ heading: String) -> String {
    "\(heading.quotedBriefly) has a task's fields beneath it, but is not a task's heading"
  }
  fileprivate static func wrongLevel(_ heading: String, _ level: Int) -> String {
    "\(heading.quotedBriefly) is a task's heading, but of level \(level)"
  }
  fileprivate static func tooLarge(_ number: String) -> String {
    "\(number.quotedBriefly) is above 999999999, the highest number that a task can have"
  }
  fileprivate static func writeIt(_ number: Int) -> String { "write it like \"### \(number). Title\"" }
  fileprivate static let giveNumber = "give the task the next free number"
  fileprivate static func replace(_ number: Int) -> String { "write the number like \"### \(number).\"" }
}
