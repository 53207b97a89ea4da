import StatusDiagnostics

/// A part that names another parent than the one that it is in.
struct ParentMismatch: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "parent-mismatch", family: .consistency, severity: .warning, fix: .none,
    summary: "A subtask is in one task, but names another one as its parent.",
    rationale: """
      Programs that follow the name and those that follow the place count the subtask to different tasks.
      """,
    bad: [
      ".taskmaster/tasks/tasks.json": """
      {"master": {"tasks": [
        {"id": 1, "title": "Light", "status": "pending", "dependencies": [], "subtasks": [
          {"id": 1, "title": "Lamp", "status": "pending", "parentTaskId": «2»}
        ]},
        {"id": 2, "title": "Water", "status": "pending", "dependencies": []}
      ]}}
      """
    ],
    good: [
      ".taskmaster/tasks/tasks.json": """
      {"master": {"tasks": [
        {"id": 1, "title": "Light", "status": "pending", "dependencies": [], "subtasks": [
          {"id": 1, "title": "Lamp", "status": "pending", "parentTaskId": 1}
        ]},
        {"id": 2, "title": "Water", "status": "pending", "dependencies": []}
      ]}}
      """
    ])
}
