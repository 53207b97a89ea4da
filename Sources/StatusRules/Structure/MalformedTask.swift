import StatusDiagnostics
import StatusModel
import StatusText

/// A heading with fields of a task that does not have the form of a task heading.
struct MalformedTask: FileRule {
  static let descriptor = RuleDescriptor(
    name: "malformed-task", family: .structure, severity: .warning, fix: .unsafe,
    summary:
      "A heading in TODO.md is followed by fields of a task, but does not have the form of a task heading.",
    rationale: """
      Programs find tasks by headings of the form `### 7. Title`. They do not find a task with a different \
      heading: the task is not worked on, and its number is assigned again. If statuslint can read the number, it \
      compares the task with the other files.
      """,
    bad: [
      "specs/TODO.md": """
      ### «#7. Sort the cellar»
      - **Effort**: 2 hours
      - **Status**: [NOT STARTED]
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Effort**: 2 hours
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .taskList }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
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
    "\(heading.quotedBriefly) is followed by fields of a task, but is not a task heading"
  }
  fileprivate static func wrongLevel(_ heading: String, _ level: Int) -> String {
    "\(heading.quotedBriefly) is a task heading, but has level \(level)"
  }
  fileprivate static func tooLarge(_ number: String) -> String {
    "\(number.quotedBriefly) is greater than 999999999, the highest task number"
  }
  fileprivate static func writeIt(_ number: Int) -> String {
    "use the form \"### \(number). Title\", with an empty line before it"
  }
  fileprivate static let giveNumber = "give the task the next free number"
  fileprivate static func replace(_ number: Int) -> String {
    "change the heading to the form \"### \(number). Title\""
  }
}
