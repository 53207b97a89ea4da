import StatusDiagnostics
import StatusModel
import StatusText

/// A change removes a task or a phase.
struct VanishedTask: ChangeRule {
  static let descriptor = RuleDescriptor(
    name: "vanished-task", family: .transitions, severity: .error, fix: .none,
    summary: "A change removes a task from TODO.md, state.json and the archive, or a phase from its plan.",
    rationale: """
      Such a task or phase was neither completed nor abandoned: it is forgotten. A finished task must be \
      archived, and a phase that is no longer wanted must be marked [ABANDONED]. The rule compares two states \
      of the tree, so it runs only with --since, or with --stdin-path.
      """,
    bad: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [COMPLETED]
        - **Completed**: 2026-01-14
        """
      ],
      to: ["specs/TODO.md": "«»# TODO", "specs/state.json": #"{"active_projects": []}"#]),
    good: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [COMPLETED]
        - **Completed**: 2026-01-14
        """
      ],
      to: [
        "specs/TODO.md": "# TODO", "specs/state.json": #"{"active_projects": []}"#,
        "specs/archive/state.json": """
        {
          "archived_projects": [
            {"project_number": 7, "project_name": "sort_the_cellar", "status": "completed"}
          ]
        }
        """,
      ]))

  func check(_ change: Change, into findings: inout FindingCollector) {
    checkTasks(from: change.before, to: change.after, &findings)
    for file in change.after.files where file.kind == .plan {
      guard let plan = change.formerPlans[file.path]?.plan else { continue }
      checkPhases(of: plan, in: file, of: change.after, &findings)
    }
  }

  private func checkTasks(
    from before: Workspace, to after: Workspace, _ findings: inout FindingCollector
  ) {
    guard let list = after.taskListSource, Self.tells(list, before.taskListSource),
      let registry = after.registrySource, Self.tells(registry, before.registrySource)
    else { return }
    let known = Self.numbers(in: after)
    for number in Self.numbers(in: before).subtracting(known).sorted() {
      let title = before.task(number).flatMap { Self.name(of: $0, in: before) }
      findings.report(
        .task, .vanished(number, title), in: list.source, at: .zero, task: number,
        missingFrom: [registry.path, after.root.archiveRegistry],
        help: .archive, evidence: "\(number)")
    }
  }

  /// Whether a file tells which tasks it does not have: one that cannot be read says nothing, also not that a task is
  /// gone, but one that has never been there has none.
  private static func tells(_ file: TrackedFile, _ before: TrackedFile?) -> Bool {
    if file.failure == TrackedFile.absent { return before?.failure == TrackedFile.absent }
    return file.failure == nil && file.syntax.isReadable
  }

  /// Every number that the files of a tree give to a task.
  private static func numbers(in workspace: Workspace) -> Set<Int> {
    var numbers = workspace.archive.numbers
    numbers.formUnion(workspace.tasks.map(\.number))
    numbers.formUnion((workspace.registry?.closed ?? []).map(\.number))
    // What an unclosed block hides is there, and another rule says so.
    numbers.formUnion(workspace.taskList?.hidden.tasks ?? [])
    return numbers
  }

  private static func name(of task: TrackedTask, in workspace: Workspace) -> String? {
    if let entry = task.entry, let list = workspace.taskList, !entry.title.isEmpty {
      return list.source.text(entry.title)
    }
    return task.state?.name
  }

  private func checkPhases(
    of plan: Plan, in file: TrackedFile, of after: Workspace, _ findings: inout FindingCollector
  ) {
    let kept = file.plan?.phases ?? []
    // Nearly every plan is as it was.
    if kept.lazy.map(\.number).elementsEqual(plan.phases.lazy.map(\.number)) { return }
    guard file.failure == nil, file.syntax.isReadable, !(file.plan?.isMalformed ?? false),
      !after.context.isMalformedPlan(file)
    else { return }
    let known = KnownPhases(kept.lazy.map(\.number))
    let (former, current) = (Self.titledParts(of: plan.phases), Self.titledParts(of: kept))
    for phase in plan.phases where known.lacks(phase.number) {
      // It may have another title now.
      if phase.isTitled, let major = phase.number.major,
        current[major, default: 0] >= former[major, default: 0]
      {
        continue
      }
      findings.report(
        .phase, .vanishedPhase(phase.number.label), in: file.source, at: .zero,
        task: after.taskNumber(of: file), phase: phase.number.label, help: .abandon,
        evidence: phase.number.label)
    }
  }

  /// How many parts of each phase are called by their titles.
  private static func titledParts(of phases: [Phase]) -> [Int: Int] {
    Dictionary(phases.lazy.filter(\.isTitled).compactMap(\.number.major).map { ($0, 1) }, uniquingKeysWith: +)
  }
}

extension String {
  fileprivate static func vanished(_ task: Int, _ title: String?) -> String {
    "task \(task)\(title.map { " (\($0.quotedBriefly))" } ?? "") is no longer in TODO.md, state.json or the archive"
  }
  fileprivate static func vanishedPhase(_ phase: String) -> String {
    "phase \(phase) is no longer in the plan"
  }
  fileprivate static let archive =
    "keep its entry, or move it to archive/state.json if it is completed or abandoned"
  fileprivate static let abandon = "keep the phase, or mark it [ABANDONED] with a reason"
}
