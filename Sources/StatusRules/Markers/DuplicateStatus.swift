import StatusDiagnostics
import StatusModel
import StatusText

/// Two statuses for one task, plan or phase: two Status fields, or a heading and a Status that differ.
struct DuplicateStatus: FileRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-status", family: .markers, severity: .error, fix: .safe,
    summary:
      "A task, a plan or a phase has two Status fields, or a marker in its heading that contradicts its Status.",
    rationale: """
      Some readers use the first status and others the last. An update changes only one of them, and then \
      they contradict each other. In TODO.md, the usual cause of two Status fields is a missing heading \
      between two tasks.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **«Status**: [COMPLETED]»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list):
      for task in list.tasks {
        check(task.fields, .task, task: task.number, of: list.source, context.profile, &findings)
        let markers = Self.oneOfEachPlace(task.allMarkers)
        if markers.count > 1, task.marker != nil {
          check(markers, .task, "task \(task.number)", task: task.number, of: list.source, &findings)
        }
      }
    case .plan(let plan):
      let task = context.taskNumber(of: file)
      check(plan.fields, .plan, task: task, of: plan.source, context.profile, &findings)
      check(
        Self.oneOfEachPlace(plan.statusMarkers), .plan, "the plan", task: task, of: plan.source, &findings)
      for phase in plan.phases where phase.markers.count > 1 {
        let label = phase.number.label
        check(
          phase.fields, .phase, task: task, phase: label, of: plan.source, context.profile, &findings)
        let markers = Self.oneOfEachPlace(phase.markers)
        check(markers, .phase, "phase \(label)", task: task, phase: label, of: plan.source, &findings)
      }
    default: break
    }
  }

  /// Every marker of the heading, and the first one elsewhere in each kind of place.
  private static func oneOfEachPlace(_ markers: [Marker]) -> [Marker] {
    var found: [Marker] = []
    for marker in markers
    where marker.place == .heading || !found.contains(where: { $0.place == marker.place }) {
      found.append(marker)
    }
    return found
  }

  /// Markers in different places that claim different statuses, the one that counts first.
  private func check(
    _ markers: [Marker], _ subject: Finding.Subject, _ name: String, task: Int?, phase: String? = nil,
    of source: SourceText, _ findings: inout FindingCollector
  ) {
    guard let first = markers.first, let status = first.status else { return }
    for other in markers.dropFirst() where other.status.map({ $0 != status }) ?? false {
      let (text, otherText) = (source.text(first.range), source.text(other.range))
      findings.report(
        subject, .differ(name, first.place.words, text, other.place.words, otherText), in: source,
        at: other.range,
        task: task, phase: phase,
        related: [
          RelatedLocation(Location(path: source.path, range: first.range), .says(first.place.words, text))
        ],
        help: .keepOne,
        evidence: "\(text) \(otherText)")
    }
  }

  private func check(
    _ fields: [Field], _ subject: Finding.Subject, task: Int?, phase: String? = nil, of source: SourceText,
    _ profile: Profile, _ findings: inout FindingCollector
  ) {
    guard let first = fields.firstIndex(where: { $0.name == .status }),
      let second = fields[(first + 1)...].firstIndex(where: { $0.name == .status })
    else { return }
    let scanner = MarkerScanner(source.bytes, vocabulary: profile.vocabulary)
    func status(_ field: Field) -> Status? { scanner.marker(of: field)?.status }
    let repetition = FieldRepetition(fields, in: source)
    let help: String? = subject == .task && repetition.isOfTwo ? .lostHeading : nil
    for index in fields.indices[second...] where fields[index].name == .status {
      let value = source.text(fields[index].valueRange)
      let other = source.text(fields[first].valueRange)
      // Words after the status do not make it another one.
      let isSame = value == other || status(fields[index]).map { $0 == status(fields[first]) } ?? false
      let range = ByteRange(fields[index].nameRange.lower, fields[index].valueRange.upper)
      findings.report(
        subject, isSame ? .again(value, subject, isEqual: value == other) : .twice(value, other, subject),
        in: source, at: range,
        task: task, phase: phase,
        related: [
          RelatedLocation(Location(path: source.path, range: fields[first].valueRange), .firstStatus(other))
        ],
        help: help,
        fix: repetition.removable(fields[index].nameRange, repeating: fields[first].nameRange).flatMap {
          field in
          Fix(.safe, .removeAgain, in: source) { $0.remove(field) }
        }, evidence: value)
    }
  }
}

extension Marker.Place {
  fileprivate var words: String {
    switch self {
    case .heading: "its heading"
    case .field: "its Status"
    case .line: "the line below its heading"
    case .text: "a line that is not a field"
    }
  }
}

extension String {
  fileprivate static let keepOne = "decide which one is right, and remove the other"
  fileprivate static func differ(
    _ name: String, _ place: String, _ text: String, _ otherPlace: String, _ other: String
  ) -> String {
    "\(name) has two statuses: \(other.quotedBriefly) in \(otherPlace), \(text.quotedBriefly) in \(place)"
  }
  fileprivate static func says(_ place: String, _ text: String) -> String {
    "the status in \(place) is \(text.quotedBriefly)"
  }
  fileprivate static func again(_ value: String, _ subject: Finding.Subject, isEqual: Bool) -> String {
    let what = isEqual ? "with the same value" : "that repeats the first one:"
    return "the \(subject.noun) has a second Status \(what) \(value.quotedBriefly)"
  }
  fileprivate static func twice(_ value: String, _ first: String, _ subject: Finding.Subject) -> String {
    "the \(subject.noun) has a second Status, \(value.quotedBriefly), but the first is \(first.quotedBriefly)"
  }
  fileprivate static func firstStatus(_ value: String) -> String { "the first is \(value.quotedBriefly)" }
  fileprivate static let lostHeading =
    "other fields are duplicated too: is the heading of a second task missing?"
  fileprivate static let removeAgain = "remove the second Status"
}
