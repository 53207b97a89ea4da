import StatusSync

/// The name of a workflow.
package enum WorkflowArgument {
  /// The names that there are.
  package static var names: [String] { Workflow.allCases.map(\.rawValue) }

  static func read(_ text: String) throws(CommandError) -> Workflow {
    try Choice.read(text, for: "the workflow")
  }
}
