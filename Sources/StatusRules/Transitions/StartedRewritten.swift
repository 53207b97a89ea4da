import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// The date on which work began is another one now, or is gone.
struct StartedRewritten: ChangeRule {
  static let descriptor = RuleDescriptor(
    name: "started-rewritten", family: .transitions, severity: .error, fix: .unsafe,
    summary: "The date on which a task or phase was started was changed or removed.",
    rationale: """
      Work begins once. Started stays as it is when work is resumed; otherwise the time that it took is lost. A date that \
      only gained or lost its time of day has not changed. The rule compares two states of the tree, so it runs only with \
      --since, or with --stdin-path.
      """,
    bad: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [IN PROGRESS]
        - **Started**: 2026-01-05
        """
      ],
      to: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [IN PROGRESS]
        - **Started**: «2026-01-12»
        """
      ]),
    good: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [IN PROGRESS]
        - **Started**: 2026-01-05
        """
      ],
      to: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [IN PROGRESS]
        - **Started**: 2026-01-05
        """
      ]))

  func check(_ change: Change, into findings: inout FindingCollector) {
    let vocabulary = change.after.profile.vocabulary
    for move in change.moves {
      guard let old = move.before.started, !move.before.isBegunAnew(in: move.after, vocabulary) else {
        continue
      }
      let new = move.after.started
      if let new, new.timestamp.agrees(with: old.timestamp) { continue }
      let former = move.formerFile.source.text(old.range)
      findings.report(
        move.phase == nil ? .task : .phase,
        new.map { .changed(subject(move), former, move.file.source.text($0.range)) }
          ?? .removed(subject(move), former),
        in: move.file.source, at: new?.range ?? move.place, task: move.task, phase: move.phase,
        help: .keep(former), fix: fix(move, former, change.after), evidence: former)
    }
  }

  private func subject(_ move: ItemMove) -> String {
    let task = move.task.map { "task \($0)" } ?? "a task"
    return move.phase.map { "phase \($0) of \(task)" } ?? task
  }

  /// Writes the former date where the new one is, or where Started belongs.
  private func fix(_ move: ItemMove, _ former: String, _ workspace: Workspace) -> Fix? {
    if let new = move.after.started {
      return Fix(
        .unsafe, .restore(former), at: Location(path: move.file.path, range: new.range), with: former)
    }
    guard let started = move.before.started?.timestamp else { return nil }
    let profile = workspace.profile
    // The status stays, whatever it is: one that is under way has a start.
    let change = TaskChange(from: .inProgress, to: .inProgress, dates: [.started: started], reason: nil)
    switch (move.item, move.file.content) {
    case (.task(let number), .taskList(let list)):
      guard let entry = workspace.task(number)?.entry else { return nil }
      return Fix(.unsafe, .restore(former), in: list.source) { changes in
        TaskEntryLayout(entry, in: list, profile).make(change, in: &changes)
      }
    case (.task(let number), .registry):
      let tree = JSONTree(move.file.source)
      guard let state = workspace.task(number)?.state, let object = tree.value(at: state.range) else {
        return nil
      }
      return Fix(.unsafe, .restore(former), in: tree) { changes in
        TaskStateLayout(state, object, profile).makeEntry(change, in: &changes)
      }
    case (.phase(let label), .plan(let plan)):
      guard !started.isDate, let index = plan.phases.firstIndex(where: { $0.number.label == label }),
        let status = plan.phases[index].status
      else { return nil }
      return Fix(.unsafe, .restore(former), in: plan, profile) { editor in
        var step = PhaseChange(phase: index, old: status, new: status)
        step.add(PhaseChange.Stamp(event: .started, timestamp: started, reason: nil))
        editor.make(step)
      }
    default: return nil
    }
  }
}

extension String {
  fileprivate static func changed(_ subject: String, _ old: String, _ new: String) -> String {
    "Started of \(subject) was \"\(old)\" before the change and is \"\(new)\" now"
  }
  fileprivate static func removed(_ subject: String, _ old: String) -> String {
    "Started of \(subject) was \"\(old)\" before the change and is gone now"
  }
  fileprivate static func keep(_ date: String) -> String { "write \(date) again: work begins once" }
  fileprivate static func restore(_ date: String) -> String { "restore Started \(date)" }
}
