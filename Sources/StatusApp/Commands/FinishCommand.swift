import StatusSync
import StatusSyntax

/// `statuslint finish`: what comes after a workflow.
package struct FinishCommand: Sendable {
  private let options: SyncOptions
  private let task: Int
  private let workflow: Workflow
  private let returnFile: String

  /// Ends `workflow` on a task, with the return object in a file, or - for standard input.
  package init(_ options: SyncOptions, task: String, workflow: String, returnFile: String)
    throws(CommandError)
  {
    self.options = options
    self.task = try NumberArgument.task(task)
    self.workflow = try WorkflowArgument.read(workflow)
    self.returnFile = returnFile
  }

  /// Writes what the return object says, and reports.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try SyncReporter(.finish(workflow), options, surroundings).report(tasks: [task], inputs: [returnFile]) {
      () throws(CommandError) in
      try finish(in: surroundings)
    }
  }

  private func finish(in surroundings: Surroundings) throws(CommandError) -> SyncResult {
    let object: ExecutorReturn
    switch ExecutorReturn.read(JSONTree(try InputFiles(surroundings).source(returnFile))) {
    case .success(let read): object = read
    case .failure(let errors):
      var result = SyncResult()
      result.errors = errors.errors
      return result
    }
    let tree = try TaskTree(of: [task], options.common, in: surroundings)
    let run = SyncRun(options, tree, command: "finish \(task) \(workflow.rawValue)", surroundings)
    return try run.run { workspace, result in
      result.session = options.session ?? object.session
      result.warnings += failure(object)
      return WorkflowPlanner(workflow, workspace).finish(task, object, session: options.session).map {
        request in
        var request = request
        request.delegationDepth = options.delegationDepth
        guard request.isEmpty, request.faults.isEmpty else { return request }
        result.warnings += request.warnings
        return nil
      }
    }
  }

  /// A warning about a workflow that failed: the update that records it succeeds.
  private func failure(_ object: ExecutorReturn) -> [SyncMessage] {
    guard object.outcome == .failed else { return [] }
    let why = (object.reason ?? object.failures.first?.message).map { ": \($0)" } ?? ""
    return ["\(workflow.noun) of task \(task) failed\(why)"]
  }
}
