import StatusDiagnostics
import StatusModel
import StatusText

/// A task or a plan that does not say how far it is.
struct MissingStatus: FileRule, TreeRule {
  static let descriptor = RuleDescriptor(
    name: "missing-status", family: .markers, severity: .error, fix: .unsafe,
    summary: "A task in TODO.md, or a plan, has no Status, or its Status is empty.",
    rationale: """
      Without a status, it is unknown whether to begin, resume or skip the work, and no program can safely \
      change it.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Effort**: 2 hours
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Effort**: 2 hours
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, plan.marker == nil, !plan.phases.isEmpty, context.isWholePlan(file) else {
      return
    }
    check(plan, task: context.taskNumber(of: file), context.profile, &findings)
  }

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = workspace.taskList else { return }
    let json = workspace.registry.map { LazyJSON($0.source) }
    for task in list.tasks where task.marker == nil { check(task, of: list, json, workspace, &findings) }
  }

  private func check(_ plan: Plan, task: Int?, _ profile: Profile, _ findings: inout FindingCollector) {
    let help = profile.help(for: .plan)
    if let field = plan.field(.status) {
      findings.report(
        .plan, .emptyStatus(.plan), in: plan.source, at: field.nameRange, task: task, help: help,
        fix: fix(plan, profile))
    } else if let range = inlineStatus(plan.fields, plan.source) {
      findings.report(
        .plan, .inlineStatus(.plan), in: plan.source, at: range, task: task, help: .ownLine)
    } else if let loose = plan.looseMarker {
      findings.report(.plan, .noField(.plan), in: plan.source, at: loose.range, task: task, help: .inBold)
    } else {
      findings.report(
        .plan, .noStatus("the plan"), in: plan.source, at: plan.title ?? .zero, task: task,
        missingFrom: [plan.path], help: help, fix: fix(plan, profile), evidence: "Status")
    }
  }

  private func check(
    _ task: TaskEntry, of list: TaskList, _ json: LazyJSON?, _ workspace: Workspace,
    _ findings: inout FindingCollector
  ) {
    let help = workspace.profile.help(for: .task)
    let claim = registryClaim(task, workspace)
    func fix() -> Fix? { claim.flatMap { self.fix($0.marker, of: task, json, workspace) } }
    let related = claim.map { [RelatedLocation($0.location, .registrySays($0.text))] } ?? []
    if let field = task.field(.status) {
      findings.report(
        .task, .emptyStatus(.task), in: list.source, at: field.nameRange, task: task.number,
        related: related, help: help, fix: fix())
    } else if let range = inlineStatus(task.fields, list.source) {
      findings.report(
        .task, .inlineStatus(.task), in: list.source, at: range, task: task.number, help: .ownLine)
    } else if let loose = task.otherMarkers.first {
      findings.report(
        .task, .noField(.task), in: list.source, at: loose.range, task: task.number, related: related,
        help: .inBold)
    } else {
      findings.report(
        .task, .noStatus("task \(task.number)"), in: list.source, at: task.heading,
        task: task.number, related: related, lacking: task.range,
        help: [workspace.profile.help(forTitle: task.heading, of: list.source), help]
          .compactMap(\.self).joined(separator: "; "),
        fix: fix())
    }
  }

  /// Where a Status is on the line of another field: `**Effort**: 2 hours | **Status**: [PLANNED]`.
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

  /// What the registry says of the task; nil if it is not certain which task is meant, or what.
  private func registryClaim(
    _ task: TaskEntry, _ workspace: Workspace
  ) -> (marker: String, text: String, location: Location)? {
    guard let tracked = workspace.task(task.number), tracked.entry?.heading == task.heading,
      let state = tracked.state, let status = state.certainStatus, let (text, range) = state.status,
      let registry = workspace.registry
    else { return nil }
    return (workspace.profile.vocabulary.marker(status), text, Location(path: registry.path, range: range))
  }

  /// Gives the task the status, and the date and reason that go with it, as the registry has them.
  private func fix(_ marker: String, of entry: TaskEntry, _ json: LazyJSON?, _ workspace: Workspace) -> Fix? {
    guard let json, let task = workspace.task(entry.number), let state = task.state,
      let evidence = TaskEvidence(state, in: json),
      TaskRewrite.allows(evidence.status, for: task, in: workspace)
    else { return nil }
    return TaskRewrite(evidence, in: workspace).fix(entry: entry, .setStatus(marker))
  }

  /// Gives the plan the one status that its phases leave, after its Task or before its first field.
  private func fix(_ plan: Plan, _ profile: Profile) -> Fix? {
    guard let sum = PhaseSum(plan, profile),
      let status = sum.decided ?? (sum.statuses.count == 1 ? sum.statuses[0] : nil)
    else { return nil }
    return Fix(.unsafe, .followPhases(profile.vocabulary.marker(status)), in: plan, profile) {
      $0.addStatus(status)
    }
  }
}

extension String {
  fileprivate static func noStatus(_ subject: String) -> String { "\(subject) has no Status" }
  fileprivate static func emptyStatus(_ subject: Finding.Subject) -> String {
    "the Status of the \(subject.noun) is empty"
  }
  fileprivate static func inlineStatus(_ subject: Finding.Subject) -> String {
    "the Status of the \(subject.noun) is on the line of another field, where programs do not find it"
  }
  fileprivate static func noField(_ subject: Finding.Subject) -> String {
    "the Status of the \(subject.noun) is not a field, so programs do not find it"
  }
  fileprivate static let inBold = "write it with its name in bold, as in \"- **Status**: [NOT STARTED]\""
  fileprivate static let ownLine = "move it to a separate line: \"- **Status**: [MARKER]\""
  fileprivate static func registrySays(_ status: String) -> String {
    "the status in state.json is \"\(status)\""
  }
  fileprivate static func followPhases(_ marker: String) -> String {
    "set the status to \(marker), according to the phases"
  }
  fileprivate static func setStatus(_ marker: String) -> String {
    "set the status to \(marker), as in state.json"
  }
}
