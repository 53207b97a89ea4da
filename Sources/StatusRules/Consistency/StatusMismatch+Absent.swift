import StatusDiagnostics
import StatusModel
import StatusText

/// Statuses of TODO.md that no active status of the registry stands against.
extension StatusMismatch {
  /// Reports tasks with a status in TODO.md whose entry in the registry has none: nothing, null, or no text.
  func reportMissing(
    _ workspace: Workspace, _ list: TaskList, _ registry: StateFile, _ json: LazyJSON,
    _ findings: inout FindingCollector
  ) {
    for task in workspace.tasks {
      guard let entry = task.entry, let marker = entry.marker, marker.status != nil, let state = task.state,
        state.status == nil
      else { continue }
      let flaw = state.flaws.first { $0.key == "status" }
      let text = list.source.text(marker.range)
      findings.report(
        .task, .noStatus(task.number, text), in: list.source, at: marker.range, task: task.number,
        related: [
          RelatedLocation(Location(path: registry.path, range: flaw?.range ?? state.numberRange), .none)
        ],
        fix: fix(task, entry, state, flaw, list, json, workspace), evidence: "\(text) null")
    }
  }

  /// Gives the entry the status of TODO.md, where it has none; a value of another type is kept.
  private func fix(
    _ task: TrackedTask, _ entry: TaskEntry, _ state: StateEntry, _ flaw: StateFlaw?, _ list: TaskList,
    _ json: LazyJSON, _ workspace: Workspace
  ) -> Fix? {
    guard let flaw, flaw.kind == .missing || flaw.kind == .null,
      let evidence = TaskEvidence(entry, in: list),
      TaskRewrite.allows(evidence.status, for: task, in: workspace)
    else { return nil }
    return TaskRewrite(evidence, in: workspace).fix(
      of: task, state: state, json: json, .give(workspace.profile.vocabulary.value(evidence.status)))
  }

  /// Reports tasks of TODO.md that are not as the registry's lists of ended tasks have them.
  func reportClosed(
    _ workspace: Workspace, _ list: TaskList, _ registry: StateFile, _ findings: inout FindingCollector
  ) {
    guard !registry.closed.isEmpty else { return }
    let closed = ClosedTasks(registry)
    let vocabulary = workspace.profile.vocabulary
    for task in workspace.tasks where task.state == nil {
      guard let entry = task.entry, let marker = entry.marker, let status = marker.status,
        let record = closed.record(of: task.number), let ended = record.status, ended != status,
        // What the name of a list says of a task says no more than that it has ended.
        record.statusRange != nil || !vocabulary.isTerminal(status)
      else { continue }
      let text = list.source.text(marker.range)
      findings.report(
        .task, .ended(task.number, text, vocabulary.value(ended)), in: list.source, at: marker.range,
        task: task.number,
        related: [
          RelatedLocation(
            Location(path: registry.path, range: record.statusRange ?? record.range),
            .endedHere(vocabulary.value(ended)))
        ],
        help: .moveIt, evidence: "\(text) \(vocabulary.value(ended))")
    }
  }
}

extension String {
  fileprivate static func noStatus(_ number: Int, _ marker: String) -> String {
    "task \(number) is \(marker) here, but has no status in state.json"
  }
  fileprivate static let none = "this entry has no status"
  fileprivate static func give(_ value: String) -> String {
    "set the status of the entry in state.json to \"\(value)\""
  }
  fileprivate static func ended(_ number: Int, _ marker: String, _ value: String) -> String {
    "task \(number) is \(marker) here, but \"\(value)\" in the closed tasks of state.json"
  }
  fileprivate static func endedHere(_ value: String) -> String { "the status in state.json is \"\(value)\"" }
  fileprivate static let moveIt =
    "move the entry to active_projects if the work continues; otherwise set the final status in TODO.md"
}
