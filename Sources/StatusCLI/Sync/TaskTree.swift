import StatusEngine
import StatusFileSystem
import StatusModel
import StatusRuntime
import StatusText

/// Finds the tree that tasks are in, and reads what an update of them needs: the two files of the tree, and the
/// directories of these tasks.
struct TaskTree {
  /// The location of the tree.
  let location: TreeLocation
  private let request: TreeRequest
  private let leftovers: Leftovers

  /// The tree of `tasks`: the only tree, or the only one that contains one of them.
  init(of tasks: [Int], _ common: CommonOptions, in surroundings: Surroundings) throws(CommandError) {
    leftovers = surroundings.leftovers
    // The two files of the tree are the largest, so they are read in parallel.
    Parallel.prepare(jobs: 2) {}
    request = try TreeRequest(
      paths: [], common: common, commandLine: common.commandLine,
      keepsBytes: true, tasks: Set(tasks), in: surroundings)
    guard request.locations.count != 1, let first = request.locations.first else {
      location = request.locations[0]
      return
    }
    var holding: [TreeLocation] = []
    for location in request.locations {
      let workspace = try request.load(location)
      if tasks.contains(where: { workspace.task($0) != nil }) { holding.append(location) }
    }
    if holding.count > 1 {
      let shown = holding.map { "\(outside: $0.rootPath(in: surroundings).shown)" as Message }
      throw .usage(
        "several trees have this task: \(shown.joined(separator: ", "))", hint: "choose one with --root")
    }
    location = holding.first ?? first
  }

  /// Reads the tree under the lock that the caller has.
  func loadLocked() throws(CommandError) -> Workspace {
    let workspace = try request.load(location, selection: nil, isLocked: true).workspace
    leftovers.keep(workspace)
    return workspace
  }

  /// Reads the tree as readers do.
  func load() throws(CommandError) -> Workspace { try request.load(location) }
}
