import StatusFileSystem
import StatusModel

/// `statuslint show`: a tree, or one task, as statuslint understands it.
package struct ShowCommand: Sendable {
  private let common: CommonOptions
  private let task: Int?
  private let asJSON: Bool

  /// All tasks, or the one of that number; for people, or as JSON.
  package init(common: CommonOptions, task: Int?, asJSON: Bool) {
    self.common = common
    self.task = task
    self.asJSON = asJSON
  }

  /// Prints what the files say; exit code 1 when no file knows the task.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let request = try TreeRequest(
      paths: [], common: common, archive: false, jobs: nil, sizeLimit: TreeLoader.Options.usualSizeLimit,
      in: surroundings)
    var isKnown = task == nil
    for location in request.locations {
      let workspace = try request.load(location)
      let tasks = workspace.tasks.filter { task == nil || $0.number == task }
      isKnown = isKnown || !tasks.isEmpty
      if asJSON {
        try console.print(TaskJSON(workspace).render(tasks, alone: task != nil))
      } else if task != nil {
        for task in tasks { try console.print(TaskText(workspace).render(task)) }
      } else {
        try console.print(TaskTable(workspace).render(tasks))
      }
    }
    if let task, !isKnown {
      console.note("no task \(task) in TODO.md or state.json; `statuslint show` lists them all")
    }
    return isKnown ? .success : .findings
  }
}
