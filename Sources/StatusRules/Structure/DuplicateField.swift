import StatusDiagnostics
import StatusModel
import StatusText

/// One field twice in a task, a plan or a phase, or one number twice in the front matter.
struct DuplicateField: FileRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-field", family: .structure, severity: .error, fix: .safe,
    summary: "A task, a plan, a phase or the front matter has the same field twice.",
    rationale: """
      A field must have one value. If there are two Started dates, some readers use the first and others \
      the second, and an update changes only one of them. Two Status fields are reported by \
      [duplicate-status](duplicate-status.md).
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IMPLEMENTING]
      - **Started**: 2026-01-05
      - **«Started**: 2026-01-09»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IMPLEMENTING]
      - **Started**: 2026-01-05
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list):
      checkFrontMatter(list, &findings)
      for task in list.tasks where !hasLostHeading(task, list.source) {
        check(task.fields, task.timestamps, .task, task: task.number, of: list.source, &findings)
      }
    case .plan(let plan):
      let task = context.taskNumber(of: file)
      check(plan.fields, [], .plan, task: task, of: plan.source, &findings)
      for phase in plan.phases where phase.fields.count > 1 {
        check(
          phase.fields, phase.timestamps, .phase, task: task, phase: phase.number.label, of: plan.source,
          &findings)
      }
    default: break
    }
  }

  private func checkFrontMatter(_ list: TaskList, _ findings: inout FindingCollector) {
    var seen: [String: FrontMatterNumber] = [:]
    for number in list.frontMatter {
      guard let first = seen[number.path] else {
        seen[number.path] = number
        continue
      }
      findings.report(
        .file, .inFrontMatter(number.path, number.value, first.value), in: list.source, at: number.range,
        related: [RelatedLocation(Location(path: list.path, range: first.range), .first("\(first.value)"))],
        help: .keepOne, evidence: "\(number.path) \(number.value)")
    }
  }

  /// Whether these are the fields of two tasks: then one finding, of duplicate-status, says all.
  private func hasLostHeading(_ task: TaskEntry, _ source: SourceText) -> Bool {
    task.statusMarkers.count > 1 && FieldRepetition(task.fields, in: source).isOfTwo
  }

  /// What such a field says, and where.
  private struct Entry {
    let name: FieldName
    let nameRange: ByteRange
    let value: ByteRange
    /// What the value means, where it is a date.
    var date: Timestamp?
  }

  private func check(
    _ fields: [Field], _ timestamps: [TimestampClaim], _ subject: Finding.Subject, task: Int?,
    phase: String? = nil, of source: SourceText, _ findings: inout FindingCollector
  ) {
    // The first of each name; there are no more names than a handful.
    var first: [Entry] = []
    lazy var repetition = FieldRepetition(fields, in: source)
    let entries = entries(fields, timestamps)
    first.reserveCapacity(entries.count)
    for entry in entries {
      guard let earlier = first.first(where: { $0.name == entry.name }) else {
        first.append(entry)
        continue
      }
      let name = entry.name.title
      let (text, other) = (source.text(entry.value), source.text(earlier.value))
      // The same date followed by other words is a note on it.
      if text != other, let date = entry.date, date == earlier.date { continue }
      let removable = repetition.removable(entry.nameRange, repeating: earlier.nameRange)
      findings.report(
        subject, text == other ? .again(name, subject, text) : .twice(name, subject, text, other),
        in: source, at: ByteRange(entry.nameRange.lower, entry.value.upper), task: task, phase: phase,
        related: [RelatedLocation(Location(path: source.path, range: earlier.value), .first(other))],
        help: removable == nil ? .keepOne : nil,
        fix: removable.flatMap { field in Fix(.safe, .removeAgain, in: source) { $0.remove(field) } },
        evidence: "\(name) \(text)")
    }
  }

  private func entries(_ fields: [Field], _ timestamps: [TimestampClaim]) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(fields.count)
    for field in fields {
      guard let name = field.name, Self.isSingle(name) else { continue }
      entries.append(Entry(name: name, nameRange: field.nameRange, value: field.valueRange))
    }
    for claim in timestamps {
      // Words where a date belongs are notes.
      guard let event = claim.event, let found = claim.reading.found else { continue }
      entries.append(
        Entry(
          name: event.field, nameRange: claim.nameRange, value: claim.valueRange, date: found.timestamp))
    }
    return entries
  }

  /// Whether one value of a field, besides dates, is true; links and notes may be several.
  private static func isSingle(_ name: FieldName) -> Bool {
    switch name {
    case .effort, .priority, .language, .type, .taskType: true
    default: false
    }
  }
}

extension String {
  fileprivate static func again(_ name: String, _ subject: Finding.Subject, _ value: String) -> String {
    "the \(subject.noun) has a second \(name) with the same value \(value.quotedBriefly)"
  }
  fileprivate static func twice(
    _ name: String, _ subject: Finding.Subject, _ value: String, _ first: String
  ) -> String {
    "the \(subject.noun) has a second \(name), \(value.quotedBriefly), but the first is \(first.quotedBriefly)"
  }
  fileprivate static func inFrontMatter(_ key: String, _ value: Int, _ first: Int) -> String {
    value == first
      ? "the front matter has a second \(key) with the same value \"\(value)\""
      : "the front matter has a second \(key), \"\(value)\", but the first is \"\(first)\""
  }
  fileprivate static func first(_ value: String) -> String { "the first is \(value.quotedBriefly)" }
  fileprivate static let keepOne = "keep the one that is right, and remove the other"
  fileprivate static let removeAgain = "remove the second one"
}
