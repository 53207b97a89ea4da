import StatusSync
import StatusSyntax

/// `statuslint finish`: what comes after a workflow.
package struct FinishCommand: SyncingCommand {
  package static let name = "finish"
  package static let argumentCounts = 2...2
  package static var options: [CommandOption<FinishCommand>] {
    syncOptions + [.text("--return", isRequired: true) { $0.returnFile = $1 }]
  }

  var sync = SyncOptions()
  private let task: Int
  private let workflow: Workflow
  /// The file with the return object; - for standard input.
  private var returnFile = "-"

  /// Ends a workflow on a task.
  package init(arguments: [String]) throws(CommandError) {
    task = try NumberArgument.task(arguments[0])
    workflow = try WorkflowArgument.read(arguments[1])
  }

  /// Writes what the return object says, and reports.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try SyncReporter(.finish(workflow), sync, surroundings).report(tasks: [task], inputs: [returnFile]) {
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
    let tree = try TaskTree(of: [task], sync.common, in: surroundings)
    let run = SyncRun(sync, tree, command: "finish \(task) \(workflow.rawValue)", surroundings)
    return try run.run { workspace, result in
      result.session = sync.session ?? object.session
      result.warnings += failure(object)
      return WorkflowPlanner(workflow, workspace).finish(task, object, session: sync.session).map {
        request in
        var request = request
        request.delegationDepth = sync.delegationDepth
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
