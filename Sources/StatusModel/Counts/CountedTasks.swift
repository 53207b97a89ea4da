/// What a number at the head of TODO.md or state.json counts.
package enum CountedTasks: Sendable {
  /// Every task of the file.
  case all
  /// The tasks that have not ended.
  case active
  case inProgress, notStarted, blocked, completed, abandoned
  /// The tasks with that Priority.
  case critical, high, medium, low
  /// The archives that were put away, which `vault_history` lists.
  case vaults

  /// What a field of the overview counts; nil for a field that is not a count.
  init?(overview field: FieldName?) {
    switch field {
    case .totalTasks: self = .all
    case .inProgress: self = .inProgress
    case .notStarted: self = .notStarted
    case .blocked: self = .blocked
    case .completed: self = .completed
    case .abandoned: self = .abandoned
    case .criticalPriority: self = .critical
    case .highPriority: self = .high
    case .mediumPriority: self = .medium
    case .lowPriority: self = .low
    default: return nil
    }
  }

  /// The counts of front matter and of state.json, by the group that they are in. What is not here counts archived tasks
  /// too (`completed`, `abandoned` and `total` of `task_counts`, `completed_tasks`), some of the tasks
  /// (`priority_distribution`) or nothing that is in the tree (`todo_count`): what is right cannot be determined.
  static let groups: [(name: String, counts: [(key: String, counted: CountedTasks)])] = [
    (
      "task_counts",
      [
        ("active", .active), ("in_progress", .inProgress), ("not_started", .notStarted),
        ("blocked", .blocked),
      ]
    ),
    (
      "repository_health",
      [
        ("active_tasks", .active), ("in_progress_tasks", .inProgress), ("not_started_tasks", .notStarted),
        ("blocked_tasks", .blocked), ("high_priority_tasks", .high), ("medium_priority_tasks", .medium),
        ("low_priority_tasks", .low),
      ]
    ),
    ("metadata", [("total_tasks", .all)]),
  ]

  /// Which tasks are counted, as text that follows the word "tasks".
  package var condition: String {
    switch self {
    case .all, .vaults: ""
    case .active: " not yet finished"
    case .inProgress: " in progress"
    case .notStarted: " not started"
    case .blocked: " blocked"
    case .completed: " marked as completed"
    case .abandoned: " abandoned"
    case .critical: " with Priority Critical"
    case .high: " with Priority High"
    case .medium: " with Priority Medium"
    case .low: " with Priority Low"
    }
  }
}
