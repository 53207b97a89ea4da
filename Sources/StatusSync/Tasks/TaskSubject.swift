import StatusModel

/// A task that can be moved: both files have it once, and agree on its status.
struct TaskSubject {
  /// The task, joined from all files.
  let task: TrackedTask
  /// What TODO.md says of it.
  let entry: TaskEntry
  /// What state.json says of it.
  let state: StateEntry
  /// Its status.
  let status: Status

  /// Its number.
  var number: Int { task.number }
}
