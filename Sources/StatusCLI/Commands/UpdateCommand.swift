import StatusFileSystem
import StatusSync

/// `statuslint update`: changes tasks and phases, in every file or in none.
package struct UpdateCommand: SyncingCommand {
  package static let name = "update"
  package static let argumentCounts = 1...1

  var sync = SyncOptions()
  /// What is requested on the command line.
  var request: UpdateRequest
  /// A JSON file with new statuses of phases; - for standard input.
  var phaseStatuses: String?
  /// A JSON file with artifacts; - for standard input.
  var artifacts: String?

  /// An update of tasks.
  package init(arguments: [String]) throws(CommandError) {
    request = UpdateRequest(try Self.tasks(arguments[0]))
  }

  /// Updates, and reports.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    if phaseStatuses == "-", artifacts == "-" {
      throw .usage(
        "standard input cannot be used for both phases and artifacts", hint: "put one of them in a file")
    }
    let inputs = [phaseStatuses, artifacts].compactMap { $0 }
    return try SyncReporter(.update, sync, surroundings).report(
      tasks: request.tasks.numbers, inputs: inputs
    ) { () throws(CommandError) in try update(in: surroundings) }
  }

  private func update(in surroundings: Surroundings) throws(CommandError) -> SyncResult {
    var request = request
    let files = InputFiles(surroundings)
    if let file = phaseStatuses {
      switch try files.phases(file) {
      case .success(let steps): request.phases += steps
      case .failure(let error): request.faults.append(error)
      }
    }
    if let file = artifacts { request.artifacts += try files.artifacts(file) }
    request.delegationDepth = sync.delegationDepth
    let tree = try TaskTree(of: request.tasks.numbers, sync.common, in: surroundings)
    let run = SyncRun(sync, tree, command: command(request), surroundings)
    return try run.run { [request] _, _ in .success(request) }
  }

  /// The command as a journal and messages name it.
  private func command(_ request: UpdateRequest) -> String {
    let tasks = request.tasks.numbers.prefix(8).map(String.init).joined(separator: ",")
    return "update \(tasks)" + (request.status.map { " --status \($0)" } ?? "")
  }
}
