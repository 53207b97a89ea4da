import StatusEngine
import StatusFileSystem
import StatusModel
import StatusSync
import StatusText

/// One update of tasks in a specs tree: what is asked for becomes the edits of every file.
struct SyncRun {
  /// Makes a request of a tree; the notes on the way go into the result.
  typealias Request = (Workspace, inout SyncResult) -> Result<UpdateRequest?, SyncErrors>

  private let tree: TaskTree
  private let transaction: UpdateTransaction
  private let console: Console
  private let surroundings: Surroundings

  /// A run of `command`, as messages call it, in `tree`.
  init(_ options: SyncOptions, _ tree: TaskTree, command: String, _ surroundings: Surroundings) {
    self.tree = tree
    self.surroundings = surroundings
    transaction = UpdateTransaction(options, tree.location, command: command, surroundings)
    console = Console(surroundings: surroundings, common: options.common)
  }

  /// Makes the update that `request` returns for the tree; with nil, nothing has to be done.
  func run(_ request: Request) throws(CommandError) -> SyncResult {
    try transaction.run { isLocked, result throws(CommandError) in
      let workspace = isLocked ? try tree.loadLocked() : try tree.load()
      return try plan(workspace, request, &result)?.files
    }
  }

  /// The update of `workspace`; nil if there is none, with any errors in the result.
  private func plan(_ workspace: Workspace, _ request: Request, _ result: inout SyncResult)
    throws(CommandError)
    -> PlannedUpdate?
  {
    console.step(
      "read \(Counted(workspace.files.count, "file")), profile \(workspace.profile.name): \(workspace.detection.reason)"
    )
    switch request(workspace, &result) {
    case .failure(let errors):
      result.errors = errors.errors
      return nil
    case .success(nil): return nil
    case .success(let request?):
      let facts = try facts(request, workspace)
      switch UpdatePlanner(workspace, facts: facts).plan(request) {
      case .failure(let errors):
        result.errors = errors.errors
        result.warnings += errors.warnings
        // A refused workflow has not begun, and its session was not recorded.
        result.beginning = nil
        result.session = nil
        result.refused = request.tasks.numbers.map { number in
          let status = workspace.task(number)?.state?.reading?.status
          return (number, status.map { workspace.profile.vocabulary.value($0) }, request.status)
        }
        return nil
      case .success(let update):
        console.step("validated: \(Counted(update.moves.count, "task"))")
        result.update = update
        result.warnings += PlanFindings.warnings(of: update, in: workspace)
        return update
      }
    }
  }

  private func facts(_ request: UpdateRequest, _ workspace: Workspace) throws(CommandError) -> [String:
    ArtifactFact]
  {
    let paths = request.artifacts.map(\.path) + [request.plan].compactMap { $0 }
    guard !paths.isEmpty else { return [:] }
    let tasks = request.tasks.numbers.compactMap { workspace.task($0) }
    do {
      return try ArtifactFinder(tree.location, in: surroundings.fileSystem).facts(
        paths, directories: tasks.flatMap(\.directories).map { workspace.directories[$0].path })
    } catch {
      throw .failure(error)
    }
  }
}
