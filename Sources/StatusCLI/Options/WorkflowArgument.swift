import StatusSync

/// The name of a workflow.
package enum WorkflowArgument {
  /// All valid names.
  package static var names: [String] { Workflow.allCases.map(\.rawValue) }

  static func read(_ text: String) throws(CommandError) -> Workflow {
    try Choice.read(text, for: "the workflow")
  }
}
