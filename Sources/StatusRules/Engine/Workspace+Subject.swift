import StatusDiagnostics
import StatusModel

extension Workspace {
  /// What a finding about a task is about in the file that claims something of it: the task of TODO.md, or the entry of
  /// state.json.
  func subject(of claim: TaskDependencies.Item) -> Finding.Subject {
    claim.source.path == taskListSource?.path ? .task : .entry
  }
}
