import StatusDiagnostics
import StatusModel
import StatusText

/// The Task field of a plan names a different task than its directory.
struct PlanTaskNumber: FileRule {
  static let descriptor = RuleDescriptor(
    name: "plan-task-number", family: .consistency, severity: .error, fix: .none,
    summary: "The Task field of a plan names a different task than its directory.",
    rationale: """
      The plan was copied from another task or is in the wrong directory. An agent that reads it would \
      update the wrong task.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Task**: «17» - Sort the cellar
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Task**: 7 - Sort the cellar
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, file.directory >= 0, let (number, range) = plan.taskNumber else { return }
    let directory = context.directories[file.directory]
    guard number != directory.number else { return }
    let digits = plan.source.text(range)
    findings.report(
      .plan,
      plan.path.hasPrefix(directory.path + "/")
        ? .wrongNumber(digits, directory) : .foreignNumber(digits, directory.number),
      in: plan.source, at: range, task: directory.number,
      help: .correct(directory.number))
  }
}

extension String {
  fileprivate static func wrongNumber(_ digits: String, _ directory: ProjectDirectory) -> String {
    "the Task field of the plan is \(digits), but the plan is in \(directory.path), the directory of task \(directory.number)"
  }
  fileprivate static func foreignNumber(_ digits: String, _ task: Int) -> String {
    "the Task field of the plan is \(digits), but task \(task) links the plan"
  }
  fileprivate static func correct(_ number: Int) -> String {
    "change the number to \(number), or move the plan to the directory of its task"
  }
}
