import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusText

/// A task in TODO.md lacks a field that every task needs.
struct MissingTaskField: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-task-field", family: .structure, severity: .warning, fix: .unsafe,
    summary: "A task in TODO.md has no Effort, no Priority or no Language.",
    rationale: """
      Agents choose the next task by its priority and effort, and the tools for it by its language. A fix adds the \
      defaults of the standard: Effort TBD, Priority Medium, Language general. Status has its own rule, missing-status.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Effort**: 2 hours
      - **Status**: [NOT STARTED]
      - **Language**: markdown
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Effort**: 2 hours
      - **Status**: [NOT STARTED]
      - **Priority**: Medium
      - **Language**: markdown
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .taskList }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let list = file.taskList else { return }
    let required = context.profile.required.taskFields
    for task in list.tasks {
      let missing = required.filter { names in
        !task.fields.contains { !$0.isEmpty(in: list.source) && $0.name.map(names.contains) ?? false }
      }.compactMap(\.first)
      if missing.isEmpty { continue }
      let names = missing.map(\.title)
      findings.report(
        .task, .missing(task.number, names), in: list.source, at: task.heading, task: task.number,
        lacking: task.range,
        fix: Fix(.unsafe, .add(missing.map(Self.text)), in: list.source) { changes in
          let layout = TaskEntryLayout(task, in: list, context.profile)
          for name in missing { layout.add(name, Self.value(name), in: &changes) }
        }, evidence: names.joined(separator: " "))
    }
  }

  private static func text(_ name: FieldName) -> String { "\(name.title): \(value(name))" }

  /// The standard's default.
  private static func value(_ name: FieldName) -> String {
    switch name {
    case .effort: "TBD"
    case .priority: "Medium"
    default: "general"
    }
  }
}

extension String {
  fileprivate static func missing(_ number: Int, _ names: [String]) -> String {
    "task \(number) has no \(names.joined(separator: ", no "))"
  }
  fileprivate static func add(_ fields: [String]) -> String { "add \(fields.joined(separator: ", "))" }
}
