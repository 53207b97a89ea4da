import StatusText

/// Which tasks the tasks of a tree depend on, as TODO.md and state.json say.
package struct TaskDependencies: Sendable {
  /// A task that another one depends on.
  package struct Item: Sendable {
    /// Its number.
    package let number: Int
    /// The file that says so.
    package let source: SourceText
    /// Where its number is.
    package let range: ByteRange
  }

  /// The statuses of a task that has come to implementing: what it depends on should have ended.
  package static let underWay: StatusSet = [.inProgress, .implementing, .partial, .completed]

  /// For each task of the workspace, by its index, what it depends on: each number once, where it is named first.
  package let items: [[Item]]
  /// The same as indices of the workspace's tasks.
  package let indices: [[Int]]

  /// The dependencies in `workspace`.
  package init(_ workspace: Workspace) {
    items = workspace.tasks.map { task in
      var seen: Set<Int> = []
      return Self.claims(of: task, in: workspace).filter { seen.insert($0.number).inserted }
    }
    let indexOfNumber = Dictionary(
      workspace.tasks.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    indices = items.map { $0.compactMap { indexOfNumber[$0.number] } }
  }

  /// Everything that the files say of what `task` depends on, TODO.md first.
  package static func claims(of task: TrackedTask, in workspace: Workspace) -> [Item] {
    items(of: task, in: workspace, listed: \.dependencies, registered: \.dependencies)
  }

  /// Everything that the files say of what waits for `task`, TODO.md first.
  package static func blocking(by task: TrackedTask, in workspace: Workspace) -> [Item] {
    items(of: task, in: workspace, listed: \.blocking, registered: \.blocking)
  }

  private static func items(
    of task: TrackedTask, in workspace: Workspace, listed: (TaskEntry) -> [TaskReference],
    registered: (StateEntry) -> [TaskReference]
  ) -> [Item] {
    var items: [Item] = []
    if let found = task.entry.map(listed), !found.isEmpty, let source = workspace.taskList?.source {
      items += found.map { Item(number: $0.number, source: source, range: $0.range) }
    }
    if let found = task.state.map(registered), !found.isEmpty, let source = workspace.registry?.source {
      items += found.map { Item(number: $0.number, source: source, range: $0.range) }
    }
    return items
  }

  /// The cycles, each as the indices of its tasks, every one of which depends on the next and the last on the first. Of
  /// the tasks that depend on each other in several ways, one cycle is given.
  package var cycles: [[Int]] {
    let components = GraphComponents(indices)
    return components.cyclic(indices).map { cycle(from: $0, components) }
  }

  /// The shortest cycle through a task that is in one.
  private func cycle(from start: Int, _ components: GraphComponents) -> [Int] {
    var cameFrom: [Int: Int] = [:]
    var waiting = [start]
    var next = 0
    while next < waiting.count {
      let task = waiting[next]
      next += 1
      for other in indices[task] where components.number[other] == components.number[start] {
        if other == start { return Self.path(to: task, from: start, cameFrom) }
        guard cameFrom[other] == nil else { continue }
        cameFrom[other] = task
        waiting.append(other)
      }
    }
    return [start]
  }

  private static func path(to end: Int, from start: Int, _ cameFrom: [Int: Int]) -> [Int] {
    var path = [end]
    while let last = path.last, last != start, let before = cameFrom[last] { path.append(before) }
    return path.reversed()
  }
}
