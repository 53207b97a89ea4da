import StatusModel

/// A task that can be changed: it is once in each file, and the files agree on its status.
struct TaskSubject {
  /// The task, joined from all files.
  let task: TrackedTask
  /// Its entry in TODO.md.
  let entry: TaskEntry
  /// Its entry in state.json.
  let state: StateEntry
  /// Its status.
  let status: Status

  /// Its number.
  var number: Int { task.number }

  /// Whether TODO.md or state.json links the file at `path`, from the repository root.
  func links(_ path: String, in workspace: Workspace) -> Bool {
    let directories = task.directories.map { workspace.directories[$0].path }
    return (state.links + entry.links).contains { link in
      link.texts.contains { text in
        workspace.root.visitCandidates(for: text, directories: directories) { $0 == path }
      }
    }
  }
}
