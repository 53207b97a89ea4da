/// Tasks by status.
package struct TaskBoard: Sendable {
  /// The tasks with one status.
  package struct Column: Sendable {
    /// The status.
    package let state: TaskOverview.State
    /// Its tasks, in the order in which they were given.
    package let tasks: [TaskOverview]
  }

  /// The columns: what is under way is first, what has ended is last. Statuses of one kind are in the order of the
  /// profile.
  package let columns: [Column]

  /// The board of `tasks`.
  package init(_ tasks: [TaskOverview]) {
    let groups = Dictionary(grouping: tasks, by: \.state)
    let kinds = TaskOverview.Kind.allCases
    columns = kinds.flatMap { kind in
      groups.filter { $0.key.kind == kind }.map { Column(state: $0.key, tasks: $0.value) }
        .sorted { ($0.state.place, $0.state.name) < ($1.state.place, $1.state.name) }
    }
  }
}
