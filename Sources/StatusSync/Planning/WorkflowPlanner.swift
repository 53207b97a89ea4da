import StatusModel
import StatusText

/// Turns the beginning and the end of a workflow into requests.
package struct WorkflowPlanner: Sendable {
  let workspace: Workspace
  let workflow: Workflow

  /// A planner of `workflow` in a tree.
  package init(_ workflow: Workflow, _ workspace: Workspace) {
    self.workflow = workflow
    self.workspace = workspace
  }

  func subject(_ number: Int) -> Result<TaskSubject, SyncErrors> {
    switch TaskLocator.open(workspace) {
    case .failure(let errors): return .failure(errors)
    case .success(let locator):
      guard let task = workspace.task(number) else {
        return .failure(SyncErrors([locator.absence(of: number)]))
      }
      return locator.subject(task)
    }
  }
}
