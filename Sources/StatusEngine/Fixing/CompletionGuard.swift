import StatusModel

/// Ensures that no fix marks work as completed without a claim in the files: the one mistake after which work is lost.
///
/// Rules are written so that it cannot happen; this holds them to it.
struct CompletionGuard {
  /// A task in one of the files that give its status.
  private struct Claim: Hashable {
    let path: String
    let task: Int
  }

  private let before: [Claim: Bool]
  private let after: Workspace
  private let paths: Set<String>

  /// Compares two states of a tree, of which the files at `paths` differ.
  init(before: Workspace, after: Workspace, paths: Set<String>) {
    self.before = Self.claims(before, paths)
    self.after = after
    self.paths = paths
  }

  /// A task that has wrongly become completed: by a safe fix it never does, and by an unsafe one not while anything of
  /// its current plan remains, or that is unknown.
  func wronglyCompleted(allowsUnsafe: Bool) -> Int? {
    let completed = Self.claims(after, paths).filter { $1 && before[$0] == false }.map(\.key.task)
    return completed.filter { task in
      guard allowsUnsafe, let task = after.task(task) else { return true }
      return !after.mayComplete(task)
    }.min()
  }

  /// Whether the files say that a task is completed.
  private static func claims(_ workspace: Workspace, _ paths: Set<String>) -> [Claim: Bool] {
    var claims: [Claim: Bool] = [:]
    for file in paths.compactMap({ workspace.file(at: $0) }) {
      switch file.content {
      case .taskList(let list):
        for task in list.tasks {
          claims[Claim(path: file.path, task: task.number)] = task.marker?.status == .completed
        }
      case .registry(let registry) where file.kind == .registry:
        for entry in registry.entries {
          guard let number = entry.number else { continue }
          claims[Claim(path: file.path, task: number)] = entry.certainStatus == .completed
        }
      case .projectState(let state):
        let number = workspace.directories[file.directory].number
        claims[Claim(path: file.path, task: number)] = state.certainStatus == .completed
      case .registry, .plan, .none: break
      }
    }
    return claims
  }
}
