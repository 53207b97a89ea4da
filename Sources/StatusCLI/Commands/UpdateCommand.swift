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
  /// The formats in which the subject is looked for.
  var formats = FormatChoice.all
  /// What is asked for of a subject of another format.
  var options = SubjectUpdate.Options()
  /// The part of the subject that is meant; nil for all of it.
  var part: String?
  private let target: String

  /// An update of tasks, or of what another format calls so.
  package init(arguments: [String]) {
    target = arguments[0]
    // What is not a number may be an id of another format.
    request = UpdateRequest((try? TaskSelection(target)) ?? .none)
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
    ) { () throws(CommandError) in
      let search =
        part.map { SubjectSearch("\(target)/\($0)", .none, formats) }
        ?? SubjectSearch(target, request.tasks, formats)
      switch try search.result(sync.common, in: surroundings) {
      case .tasks:
        if part != nil {
          throw .usage("--task is for other formats", hint: "--phase N=STATUS changes a phase of a task")
        }
        _ = try Self.tasks(target)
        return try update(in: surroundings)
      case .none(let error): return SyncResult(error)
      case .subject(let found, let roots):
        let unfit = request.optionsOfTasks + (inputs.isEmpty ? [] : ["the files of phases and artifacts"])
        if !unfit.isEmpty { return SyncResult(.onlyForTasks(unfit, found.subject.id)) }
        return try SubjectUpdate(request, options, sync, in: roots, surroundings).run(found)
      }
    }
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
