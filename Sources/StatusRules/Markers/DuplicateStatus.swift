import StatusDiagnostics
import StatusModel
import StatusText

/// Two Status fields in one task or plan.
struct DuplicateStatus: FileRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-status", family: .markers, severity: .error, fix: .safe,
    summary: "A task or a plan has more than one Status field.",
    rationale: """
      Readers take the first, or the last; an update changes one of them, and from then on both claims stand there. \
      In TODO.md it mostly means that the heading between two tasks got lost.
      """,
    bad: """
      - **Status**: [PLANNED]
      - **Status**: [COMPLETED]
      """,
    good: "- **Status**: [COMPLETED]")

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list):
      for task in list.tasks { check(task.fields, .task, task: task.number, of: list.source, &findings) }
    case .plan(let plan):
      check(plan.fields, .plan, task: workspace.taskNumber(of: file), of: plan.source, &findings)
    default: break
    }
  }

  private func check(
    _ fields: [Field], _ subject: Finding.Subject, task: Int?, of source: SourceText,
    _ findings: inout FindingCollector
  ) {
    guard let first = fields.firstIndex(where: { $0.name == .status }),
      let second = fields[(first + 1)...].firstIndex(where: { $0.name == .status })
    else { return }
    let help: String? = subject == .task && runsTogether(fields, second) ? .lostHeading : nil
    for index in fields.indices[second...] where fields[index].name == .status {
      let value = source.text(fields[index].valueRange)
      let other = source.text(fields[first].valueRange)
      let isSame = value == other
      let range = ByteRange(fields[index].nameRange.lower, fields[index].valueRange.upper)
      findings.report(
        subject, isSame ? .again(value, subject) : .twice(value, other, subject), in: source, at: range,
        task: task,
        related: [
          RelatedLocation(Location(path: source.path, range: fields[first].valueRange), .firstStatus(other))
        ],
        help: help,
        fix: isSame ? removal(of: fields[index], source) : nil, evidence: value)
    }
  }

  /// Whether another field stands twice as well: then they are the fields of two tasks.
  private func runsTogether(_ fields: [Field], _ second: Int) -> Bool {
    let names = Set(fields[..<second].compactMap(\.name)).subtracting([.status])
    return fields[second...].contains { $0.name.map(names.contains) ?? false }
  }

  /// Takes the field's line out, where nothing hangs on it.
  private func removal(of field: Field, _ source: SourceText) -> Fix? {
    guard
      source.bytes[field.valueRange.upper..<max(field.valueRange.upper, field.region.upper)].allSatisfy({
        ASCII.isWhitespace($0)
      })
    else { return nil }
    return Fix(.safe, .removeAgain, in: source) { $0.remove(field) }
  }
}

extension String {
  fileprivate static func again(_ value: String, _ subject: Finding.Subject) -> String {
    "the Status \(subject.ofOne) stands here a second time, with the same value \(value.quotedBriefly): one is enough"
  }
  fileprivate static func twice(_ value: String, _ first: String, _ subject: Finding.Subject) -> String {
    "a second Status \(subject.ofOne) says \(value.quotedBriefly), the first \(first.quotedBriefly): only one can be right"
  }
  fileprivate static func firstStatus(_ value: String) -> String { "the first says \(value.quotedBriefly)" }
  fileprivate static let lostHeading =
    "other fields stand there twice too: is the heading of a second task missing?"
  fileprivate static let removeAgain = "remove the second Status"
}
