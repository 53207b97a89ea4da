import StatusText

/// TODO.md: the task list that people read (docs/format.md, "TODO.md").
struct SyntheticTodo {
  let tree: SyntheticTree

  var page: SyntheticPage {
    var page = SyntheticPage(capacity: tree.tasks.count * 900 + 1000)
    page.line("---")
    page.line("next_project_number: \(tree.nextNumber)")
    page.line("---")
    page.line()
    switch tree.profile {
    case .opencode: writeOpencode(to: &page)
    case .claude: writeClaude(to: &page)
    }
    return page
  }

  private func writeOpencode(to page: inout SyntheticPage) {
    let tasks = tree.tasks
    page.line("# TODO")
    page.line()
    page.line("**Last Updated:** \(tree.lastUpdated.full)")
    page.heading(2, "Overview")
    page.line("- **Total Tasks:** \(tasks.count)")
    page.line("- **Completed:** \(tasks.count { $0.status == .completed })")
    for priority in ["High", "Medium", "Low"] {
      page.line("- **\(priority) Priority:** \(tasks.count { $0.priority == priority })")
    }
    page.line()
    page.line("---")
    for priority in ["High", "Medium", "Low"] {
      page.heading(2, "\(priority) Priority")
      for task in tasks where task.priority == priority { writeOpencode(task, to: &page) }
    }
  }

  private func writeOpencode(_ task: SyntheticTask, to page: inout SyntheticPage) {
    page.line("### \(task.number). \(task.title)")
    page.field("Effort", "\(Counted(task.hours, "hour"))")
    page.field("Status", "[\(task.status.marker)]")
    writeHistory(of: task, to: &page) { $0.date }
    page.field("Priority", task.priority)
    page.field("Language", task.language)
    page.field("Blocking", Self.numbers(tree.dependents(of: task.number)))
    page.field("Dependencies", Self.numbers(task.dependencies))
    writeReason(of: task, to: &page)
    if let report = task.report(.opencode) {
      page.line("- **Research Artifacts**:")
      page.line("  - Main Report: [\(task.directory)/\(report)]")
    }
    if let plan = task.plans(.opencode).last { page.field("Plan", "[\(task.directory)/\(plan)]") }
    if let summary = task.summary(.opencode) {
      page.field("Implementation Summary", "[\(task.directory)/\(summary)]")
    }
    var prose = SyntheticProse(random: SyntheticRandom(seed: tree.seed, thing: task.number, purpose: 3))
    page.field("Description", prose.sentence())
    page.line("- **Acceptance Criteria**:")
    let box = task.status == .completed ? "[x]" : "[ ]"
    for _ in 0..<2 { page.line("  - \(box) \(prose.phrase())") }
    page.line()
  }

  private func writeClaude(to page: inout SyntheticPage) {
    page.line("# Task List")
    page.heading(2, "Tasks")
    for task in tree.tasks.reversed() { writeClaude(task, to: &page) }
  }

  private func writeClaude(_ task: SyntheticTask, to page: inout SyntheticPage) {
    page.line("### \(task.number). \(task.title)")
    page.field("Effort", "\(Counted(task.hours, "hour"))")
    page.field("Status", "[\(task.status.marker)]")
    page.field("Task Type", task.language)
    writeHistory(of: task, to: &page) { $0.full }
    let dependencies = task.dependencies.map { "Task #\($0)" }.joined(separator: ", ")
    page.field("Dependencies", dependencies.isEmpty ? "None" : dependencies)
    writeReason(of: task, to: &page)
    if let report = task.report(.claude) { page.field("Research", link(report, task)) }
    if let plan = task.plans(.claude).last { page.field("Plan", link(plan, task)) }
    if let summary = task.summary(.claude) { page.field("Summary", link(summary, task)) }
    page.line()
    var prose = SyntheticProse(random: SyntheticRandom(seed: tree.seed, thing: task.number, purpose: 3))
    page.line("**Description**: \(prose.paragraph(sentences: 3))")
    page.line()
  }

  /// A link from the specs root, as the newer dialect writes it.
  private func link(_ artifact: String, _ task: SyntheticTask) -> String {
    let name = artifact.split(separator: "/").last.map(String.init) ?? artifact
    return "[\(name)](\(task.directoryName)/\(artifact))"
  }

  private func writeHistory(
    of task: SyntheticTask, to page: inout SyntheticPage, form: (SyntheticTime) -> String
  ) {
    for step in task.history.steps {
      page.field(step.field.prefix(1).uppercased() + step.field.dropFirst(), form(step.time))
    }
  }

  private func writeReason(of task: SyntheticTask, to page: inout SyntheticPage) {
    guard let reason = task.reason, let place = task.status.reasonPlace else { return }
    page.field(place.field, reason)
  }

  private static func numbers(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "None" : numbers.map(String.init).joined(separator: ", ")
  }
}
