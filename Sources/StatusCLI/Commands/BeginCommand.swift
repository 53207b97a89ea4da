import StatusSync

/// `statuslint begin`: what comes before a workflow.
package struct BeginCommand: SyncingCommand {
  package static let name = "begin"
  package static let argumentCounts = 2...2
  package static var options: [CommandOption<BeginCommand>] {
    syncOptions + [.flag("--take-over") { $0.takesOver = true }]
  }

  var sync = SyncOptions()
  private let task: Int
  private let workflow: Workflow
  private var takesOver = false

  /// Begins a workflow on a task.
  package init(arguments: [String]) throws(CommandError) {
    task = try NumberArgument.task(arguments[0])
    workflow = try WorkflowArgument.read(arguments[1])
  }

  /// Begins, and reports with the session that works on the task.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try SyncReporter(.begin(workflow), sync, surroundings).report(tasks: [task]) {
      () throws(CommandError) in
      try begin(in: surroundings)
    }
  }

  private func begin(in surroundings: Surroundings) throws(CommandError) -> SyncResult {
    let tree = try TaskTree(of: [task], sync.common, in: surroundings)
    let run = SyncRun(sync, tree, command: "begin \(task) \(workflow.rawValue)", surroundings)
    return try run.run { workspace, result in
      let beginning = WorkflowPlanner(workflow, workspace).begin(
        task, session: sync.session, takesOver: takesOver
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
        request?.delegationDepth = sync.delegationDepth
        return .success(request)
      }
    }
  }
}
