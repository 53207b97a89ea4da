import StatusDiagnostics
import StatusModel
import StatusText

extension Workspace {
  /// Where a task is claimed, for a finding that has no place of its own: its heading in TODO.md, else its number in
  /// state.json; nil if neither has it.
  func claimPlace(of task: TrackedTask) -> (subject: Finding.Subject, source: SourceText, range: ByteRange)? {
    if let entry = task.entry, let list = taskList { return (.task, list.source, entry.heading) }
    if let state = task.state, let registry { return (.entry, registry.source, state.numberRange) }
    return nil
  }
}
