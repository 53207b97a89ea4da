import StatusSync

/// `statuslint begin`: what comes before a workflow.
package struct BeginCommand: Sendable {
  private let options: SyncOptions
  private let task: Int
  private let workflow: Workflow
  private let takesOver: Bool

  /// Begins `workflow` on a task. With `takesOver`, it replaces another session.
  package init(_ options: SyncOptions, task: String, workflow: String, takesOver: Bool = false)
    throws(CommandError)
  {
    self.options = options
    self.takesOver = takesOver
    self.task = try NumberArgument.task(task)
    self.workflow = try WorkflowArgument.read(workflow)
  }

  /// Begins, and reports with the session that works on the task.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try SyncReporter(.begin(workflow), options, surroundings).report(tasks: [task]) {
      () throws(CommandError) in
      try begin(in: surroundings)
    }
  }

  private func begin(in surroundings: Surroundings) throws(CommandError) -> SyncResult {
    let tree = try TaskTree(of: [task], options.common, in: surroundings)
    let run = SyncRun(options, tree, command: "begin \(task) \(workflow.rawValue)", surroundings)
    return try run.run { workspace, result in
      let beginning = WorkflowPlanner(workflow, workspace).begin(
        task, session: options.session, takesOver: takesOver
      ) {
        SessionName.make(at: surroundings.now())
      }
      switch beginning {
      case .failure(let errors): return .failure(errors)
      case .success(let beginning):
        result.beginning = beginning
        result.session = beginning.session
        result.warnings += beginning.warnings
        var request = beginning.request
        request?.delegationDepth = options.delegationDepth
        return .success(request)
      }
    }
  }
}
