import StatusText

/// One version of a task's implementation plan (docs/format.md, "Plans").
struct SyntheticPlan {
  let task: SyntheticTask
  let profile: SyntheticProfile
  /// Whether it holds hardly more than its phases.
  let isBrief: Bool
  let seed: UInt64
  /// From 1; the last of the task's versions tells how far the work is, earlier ones were never begun.
  let version: Int

  private var isCurrent: Bool { version == task.planVersions }

  var page: SyntheticPage {
    var page = SyntheticPage(capacity: 16 * 1024)
    let purpose = UInt64(10 + version)
    var prose = SyntheticProse(random: SyntheticRandom(seed: seed, thing: task.number, purpose: purpose))
    writeMetadata(to: &page)
    page.heading(2, "Overview")
    for _ in 0..<(isBrief ? 1 : 2) {
      page.line(prose.paragraph(sentences: isBrief ? 1 : 5))
      page.line()
    }
    page.text(body(&prose))
    page.heading(2, "Implementation Phases")
    for phase in task.phases { write(phase, to: &page, prose: &prose) }
    page.line("---")
    page.heading(2, "Testing & Validation")
    for _ in 0..<4 { page.line("- \(isDone ? "[x]" : "[ ]") \(prose.phrase())") }
    page.heading(2, "Artifacts & Outputs")
    for _ in 0..<3 { page.line("- \(prose.sourceFile()): \(prose.phrase())") }
    page.heading(2, "Rollback/Contingency")
    page.line(prose.paragraph(sentences: 3))
    return page
  }

  private var isDone: Bool { isCurrent && task.status == .completed }

  private func writeMetadata(to page: inout SyntheticPage) {
    let path = task.plans(profile)[version - 1]
    let dependencies = task.dependencies.map { "Task #\($0)" }.joined(separator: ", ")
    page.line(
      "# Implementation Plan: " + (profile == .opencode ? task.title : "Task #\(task.number)"))
    page.line()
    page.field("Task", "\(task.number) - \(task.title)")
    page.field("Status", "[\(status)]")
    page.field("Effort", "\(Counted(task.hours, "hour"))")
    if profile == .opencode { page.field("Priority", task.priority) }
    page.field("Dependencies", dependencies.isEmpty ? "None" : dependencies)
    page.field("Research Inputs", task.report(profile) ?? "None")
    page.field("Artifacts", "\(path) (this file)")
    page.field("Standards", "plan.md, status-markers.md, artifact-management.md, tasks.md")
    page.field(profile == .opencode ? "Language" : "Type", task.language)
    page.field("Lean Intent", task.language == "lean" ? "true" : "false")
  }

  /// The plan's own status, which follows from its phases.
  private var status: String {
    guard isCurrent else { return SyntheticStatus.notStarted.marker }
    switch task.status {
    case .completed, .blocked, .abandoned, .partial: return task.status.marker
    case .implementing, .inProgress, .prReady:
      return profile == .opencode ? SyntheticStatus.inProgress.marker : SyntheticStatus.implementing.marker
    default: return SyntheticStatus.notStarted.marker
    }
  }

  /// The sections between the overview and the phases.
  private func body(_ prose: inout SyntheticProse) -> String {
    var page = SyntheticPage(capacity: 4096)
    page.heading(2, "Goals & Non-Goals")
    page.line("**Goals**:")
    for _ in 0..<4 { page.line("- \(prose.phrase())") }
    page.line()
    page.line("**Non-Goals**:")
    for _ in 0..<3 { page.line("- \(prose.phrase())") }
    page.heading(2, "Risks & Mitigations")
    page.line("| Risk | Impact | Mitigation |")
    page.line("|------|--------|------------|")
    for _ in 0..<3 {
      let impact = prose.random.pick(["High", "Medium", "Low"])
      page.line("| \(prose.phrase()) | \(impact) | \(prose.phrase()) |")
    }
    if prose.random.chance(5) { writeExample(to: &page) }
    return String(decoding: page.bytes, as: UTF8.self)
  }

  /// What looks like a phase and is none, as plans about plans have it.
  private func writeExample(to page: inout SyntheticPage) {
    page.line()
    page.line("A phase looks like this:")
    page.line()
    page.line("```markdown")
    page.line("### Phase 9: Example [IN PROGRESS]")
    page.line("- **Started**: 2024-02-30")
    page.line("```")
    page.line()
    page.line("<!-- ### Phase 8: Withdrawn [TODO] -->")
  }

  private func write(_ phase: SyntheticPhase, to page: inout SyntheticPage, prose: inout SyntheticProse) {
    let status = isCurrent ? phase.status : .notStarted
    page.line("### Phase \(phase.number): \(phase.title) [\(status.marker)]")
    if isCurrent { writeTimes(of: phase, to: &page) }
    let box = status == .completed ? "[x]" : "[ ]"
    let tasks = (0..<(isBrief ? 1 : prose.random.number(in: 4..<8))).map { _ in
      "\(box) \(prose.phrase()) in \(prose.sourceFile())"
    }
    switch profile {
    case .opencode:
      page.field("Goal", prose.sentence())
      page.line("- **Tasks**:")
      for task in tasks { page.line("  - \(task)") }
      page.field("Timing", "\(Counted(phase.hours, "hour"))")
    case .claude:
      page.line()
      page.line("**Goal**: \(prose.sentence())")
      page.line()
      page.line("**Tasks**:")
      for task in tasks { page.line("- \(task)") }
      page.line()
      page.line("**Timing**: \(Counted(phase.hours, "hour"))")
      page.line()
      page.line("**Depends on**: \(phase.number == 1 ? "none" : String(phase.number - 1))")
    }
    page.line()
    if isBrief { return }
    page.line(prose.paragraph(sentences: 5))
    page.line()
    if prose.random.chance(30) {
      page.line("```python")
      for _ in 0..<4 { page.line("    # \(prose.phrase())") }
      page.line("```")
      page.line()
    }
  }

  private func writeTimes(of phase: SyntheticPhase, to page: inout SyntheticPage) {
    if let started = phase.started { page.field("Started", started.full) }
    guard let ended = phase.ended else { return }
    let name =
      switch phase.status {
      case .blocked: "Blocked"
      case .abandoned: "Abandoned"
      default: "Completed"
      }
    page.field(name, phase.reason.map { "\(ended.full), Reason: \($0)" } ?? ended.full)
  }
}
