import StatusFileSystem
import StatusSync

/// `statuslint update`: changes tasks and phases, in every file or in none.
package struct UpdateCommand: Sendable {
  private let options: SyncOptions
  private let arguments: UpdateArguments

  /// An update as `arguments` ask for it.
  package init(_ options: SyncOptions, _ arguments: UpdateArguments) {
    self.options = options
    self.arguments = arguments
  }

  /// Updates, and reports.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let request = try arguments.request()
    let inputs = [arguments.phaseStatuses, arguments.artifacts].compactMap { $0 }
    return try SyncReporter(.update, options, surroundings).report(
      tasks: request.tasks.numbers, inputs: inputs
    ) { () throws(CommandError) in try update(request, in: surroundings) }
  }

  private func update(_ request: UpdateRequest, in surroundings: Surroundings) throws(CommandError)
    -> SyncResult
  {
    var request = request
    let files = InputFiles(surroundings)
    if let file = arguments.phaseStatuses {
      switch try files.phases(file) {
      case .success(let steps): request.phases += steps
      case .failure(let error): request.faults.append(error)
      }
    }
    if let file = arguments.artifacts { request.artifacts += try files.artifacts(file) }
    request.delegationDepth = options.delegationDepth
    let tree = try TaskTree(of: request.tasks.numbers, options.common, in: surroundings)
    let run = SyncRun(options, tree, command: command(request), surroundings)
    return try run.run { [request] _, _ in .success(request) }
  }

  /// The command as a journal and messages name it.
  private func command(_ request: UpdateRequest) -> String {
    let tasks = request.tasks.numbers.prefix(8).map(String.init).joined(separator: ",")
    return "update \(tasks)" + (request.status.map { " --status \($0)" } ?? "")
  }
}
