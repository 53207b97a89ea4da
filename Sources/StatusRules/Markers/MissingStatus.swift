import StatusDiagnostics
import StatusModel
import StatusText

/// A task or a plan that does not say how far it is.
struct MissingStatus: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-status", family: .markers, severity: .error, fix: .unsafe,
    summary: "A task in TODO.md, or a plan, has no Status, or a Status without a value.",
    rationale: """
      Without a status nobody can tell whether the work is to be begun, resumed or left alone, and no tool dares \
      to change it.
      """,
    bad: """
      ### 12. Write the index
      - **Effort**: 2 hours
      """,
    good: """
      ### 12. Write the index
      - **Effort**: 2 hours
      - **Status**: [NOT STARTED]
      """)

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list):
      for task in list.tasks where task.marker == nil { check(task, of: list, workspace, &findings) }
    case .plan(let plan) where plan.marker == nil && !plan.phases.isEmpty && workspace.isWholePlan(file):
      check(
        plan, task: workspace.taskNumber(of: file), markers: workspace.profile.markers(for: .plan), &findings)
    default: break
    }
  }

  private func check(_ plan: Plan, task: Int?, markers: String, _ findings: inout FindingCollector) {
    if let field = plan.field(.status) {
      findings.report(
        .plan, .emptyStatus(.plan, markers: markers), in: plan.source, at: field.nameRange, task: task)
    } else if let range = inlineStatus(plan.fields, plan.source) {
      findings.report(.plan, .inlineStatus(.plan), in: plan.source, at: range, task: task)
    } else {
      findings.report(
        .plan, .noStatus("the plan", markers: markers), in: plan.source, at: plan.title ?? .zero, task: task,
        evidence: "Status")
    }
  }

  private func check(
    _ task: TaskEntry, of list: TaskList, _ workspace: Workspace, _ findings: inout FindingCollector
  ) {
    let markers = workspace.profile.markers(for: .task)
    let claim = registryClaim(task, workspace)
    let related = claim.map { [RelatedLocation($0.location, .registrySays($0.text))] } ?? []
    if let field = task.field(.status) {
      findings.report(
        .task, .emptyStatus(.task, markers: markers), in: list.source, at: field.nameRange, task: task.number,
        related: related, fix: claim.flatMap { fix($0.marker, intoEmpty: field, of: list.source) })
    } else if let range = inlineStatus(task.fields, list.source) {
      findings.report(.task, .inlineStatus(.task), in: list.source, at: range, task: task.number)
    } else {
      findings.report(
        .task, .noStatus("task \(task.number)", markers: markers), in: list.source, at: task.heading,
        task: task.number, related: related, fix: claim.flatMap { fix($0.marker, of: task, list.source) })
    }
  }

  /// Where a Status stands on the line of another field: `**Effort**: 2 hours | **Status**: [PLANNED]`.
  private func inlineStatus(_ fields: [Field], _ source: SourceText) -> ByteRange? {
    let word = Array("**Status".utf8)
    for field in fields where field.valueRange.count > word.count {
      for start in field.valueRange.lower..<(field.valueRange.upper - word.count)
      where source.bytes[start] == 0x2A && source.bytes[start..<start + word.count].elementsEqual(word) {
        let next = source.bytes[start + word.count]
        if next == 0x2A || next == 0x3A { return ByteRange(start, field.valueRange.upper) }
      }
    }
    return nil
  }

  /// What the registry says of the task; nil where it is not certain which task is meant, or what.
  private func registryClaim(
    _ task: TaskEntry, _ workspace: Workspace
  ) -> (marker: String, text: String, location: Location)? {
    guard let tracked = workspace.task(task.number), tracked.entry?.heading == task.heading,
      let state = tracked.state, let status = state.certainStatus, let (text, range) = state.status,
      let registry = workspace.registry
    else { return nil }
    return (workspace.profile.vocabulary.marker(status), text, Location(path: registry.path, range: range))
  }

  private func fix(_ marker: String, intoEmpty field: Field, of source: SourceText) -> Fix? {
    guard source.bytes[field.region.indices].allSatisfy({ ASCII.isWhitespace($0) }) else { return nil }
    return Fix(.unsafe, .setStatus(marker), in: source) { $0.setValue(of: field, to: marker) }
  }

  private func fix(_ marker: String, of task: TaskEntry, _ source: SourceText) -> Fix? {
    guard let first = task.fields.first else { return nil }
    return Fix(.unsafe, .setStatus(marker), in: source) {
      $0.insert(FieldName.status.title, marker, before: first)
    }
  }
}

extension String {
  fileprivate static func noStatus(_ subject: String, markers: String) -> String {
    "\(subject) has no Status: give it \(markers)"
  }
  fileprivate static func emptyStatus(_ subject: Finding.Subject, markers: String) -> String {
    "the Status \(subject.ofOne) has no value: give it \(markers)"
  }
  fileprivate static func inlineStatus(_ subject: Finding.Subject) -> String {
    "the Status \(subject.ofOne) stands on the line of another field, where nothing looks for it: give it its own"
  }
  fileprivate static func registrySays(_ status: String) -> String { "state.json says \"\(status)\"" }
  fileprivate static func setStatus(_ marker: String) -> String {
    "set the status to \(marker), as state.json has it"
  }
}
