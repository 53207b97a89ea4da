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

  /// When the work on it began, as one of its files says: rather what both can say in their form. A day that stands where a
  /// time belongs is better than another day.
  func started(_ profile: Profile) -> Timestamp? {
    let forms = [profile.timestamps.statusChange, profile.timestamps.taskField]
    let known = [state.timestamp(.started), entry.timestamp(.started)]
      .compactMap { $0?.reading.found?.repeatable }
    return known.first { started in forms.allSatisfy { started.text(in: $0) != nil } } ?? known.first
  }

  /// Whether TODO.md or state.json links the file at `path`, from the repository root.
  func links(_ path: String, in workspace: Workspace) -> Bool {
    (state.links + entry.links).contains { leads($0, to: path, in: workspace) }
  }

  /// Whether `link`, of this task, leads to the file at `path`.
  func leads(_ link: WrittenLink, to path: String, in workspace: Workspace) -> Bool {
    let directories = task.directories.map { workspace.directories[$0].path }
    return link.leads(to: path, in: workspace.root, directories: directories)
  }
}
