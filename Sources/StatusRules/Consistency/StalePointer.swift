import StatusDiagnostics

/// A "current" pointer at something that is finished or does not exist.
struct StalePointer: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "stale-pointer", family: .consistency, severity: .warning, fix: .none,
    summary: "What a file calls the current task, phase or tag is finished, or does not exist.",
    rationale: """
      Tools and agents begin with what is current. They do finished work again, or fall back to something else \
      without saying so.
      """,
    bad: [
      ".taskmaster/state.json": """
      {"currentTag": «"lights"»}
      """,
      ".taskmaster/tasks/tasks.json": """
      {"light": {"tasks": [{"id": 1, "title": "Measure", "status": "pending", "dependencies": []}]}}
      """,
    ],
    good: [
      ".taskmaster/state.json": """
      {"currentTag": "light"}
      """,
      ".taskmaster/tasks/tasks.json": """
      {"light": {"tasks": [{"id": 1, "title": "Measure", "status": "pending", "dependencies": []}]}}
      """,
    ])
}
