import StatusModel

/// What one file says about the status of a task.
package struct HistoricClaim: Sendable {
  /// TODO.md, state.json, or the path of a project state or a plan.
  package let file: String
  /// What it says.
  package let status: Status
}
