import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of each phase of a plan: its status, its boxes, and what the log says.
struct TaskPlanRules {
  private let plan: TaskPlan
  private let log: ProgressLog?

  /// The rules for `plan`, with the log beside it.
  init(_ plan: TaskPlan, _ log: ProgressLog?) {
    self.plan = plan
    self.log = log
  }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    for phase in plan.phases {
      guard let status = phase.status else {
        findings.report(
          "missing-phase-marker", .warning, phase.subject, .noStatus(phase), at: phase.place.location,
          help: PlanningWithFiles.statuses.help)
        continue
      }
      checkWord(phase, status, into: &findings)
      checkBoxes(phase, status, into: &findings)
      checkLog(phase, status, into: &findings)
    }
  }

  private func checkWord(_ phase: TaskPlan.Phase, _ status: PhaseStatus, into findings: inout ClaimFindings) {
    switch status.reading {
    case .standard, .variant: break
    case .spelling(let word):
      findings.report(
        "nonstandard-marker", .warning, phase.subject, .spelling(status.place.text, word.text),
        at: status.place.location, fix: status.place.fix(.safe, word.text))
    case .synonym, .closed, .unknown:
      findings.report(
        "unknown-marker", .error, phase.subject, .notAStatus(status.place.text), at: status.place.location,
        help: PlanningWithFiles.statuses.help,
        fix: status.reading.word.flatMap { status.place.fix(.unsafe, $0.text) })
    }
  }

  private func checkBoxes(_ phase: TaskPlan.Phase, _ status: PhaseStatus, into findings: inout ClaimFindings)
  {
    let boxes = phase.boxes
    let open = boxes.filter { $0.isMissing && $0.state == .open }
    let done = boxes.count { $0.isDone }
    func reportAhead(_ message: String, _ word: String) {
      let first = boxes.first { $0.isDone }.map { [claim($0)] } ?? []
      findings.report(
        "rollup-mismatch", .info, phase.subject, message, at: status.place.location, claims: first,
        fix: status.place.fix(.unsafe, word))
    }
    if status.stage == .done, let first = open.first {
      findings.report(
        "unchecked-work", .warning, phase.subject, .unchecked(phase, open.count, of: boxes.count),
        at: plan.list.location(first),
        claims: [phase.claim].compactMap { $0 } + open.dropFirst().map(claim),
        help: "tick what is done, or say in the task why it is not (\"(deferred)\")")
    } else if status.stage == .open || status.stage == .active, !boxes.isEmpty, done == boxes.count {
      reportAhead(.allTicked(phase, status, done), "complete")
    } else if status.stage == .open, done > 0 {
      reportAhead(.begun(phase, status, done, of: boxes.count), "in_progress")
    }
  }

  private func claim(_ box: Checklist.Box) -> Claim {
    Claim(plan.list.location(box), "a task of it is \"\(plan.list.text(box))\"")
  }

  /// A log is written as the work goes on, so only what it calls complete says more than the plan.
  private func checkLog(_ phase: TaskPlan.Phase, _ status: PhaseStatus, into findings: inout ClaimFindings) {
    guard let logged = log?.last[phase.number], logged.stage == .done,
      status.stage == .open || status.stage == .active
    else { return }
    findings.report(
      "status-mismatch", .warning, phase.subject, .logIsAhead(phase, status, logged),
      at: status.place.location,
      claims: [logged.place.claim(phase.subject)], fix: status.place.fix(.unsafe, "complete"))
  }
}

extension String {
  fileprivate static func noStatus(_ phase: TaskPlan.Phase) -> String {
    "\(phase.subject) has no status, though other phases have one"
  }
  fileprivate static func spelling(_ text: String, _ word: String) -> String {
    "status \"\(text)\" is written \"\(word)\""
  }
  fileprivate static func notAStatus(_ text: String) -> String { "\"\(text)\" is not a status of a phase" }
  fileprivate static func unchecked(_ phase: TaskPlan.Phase, _ open: Int, of count: Int) -> String {
    "\(phase.subject) is complete, but \(open) of \(Counted(count, "box", plural: "boxes")) below it "
      + (open == 1 ? "is open" : "are open")
  }
  fileprivate static func allTicked(_ phase: TaskPlan.Phase, _ status: PhaseStatus, _ count: Int) -> String {
    "\(phase.subject) is \"\(status.place.text)\", but "
      + (count == 1 ? "the only box below it is ticked" : "all \(count) boxes below it are ticked")
  }
  fileprivate static func begun(
    _ phase: TaskPlan.Phase, _ status: PhaseStatus, _ done: Int, of count: Int
  ) -> String {
    "\(phase.subject) is \"\(status.place.text)\", but \(done) of \(count) boxes below it "
      + (done == 1 ? "is ticked" : "are ticked")
  }
  fileprivate static func logIsAhead(
    _ phase: TaskPlan.Phase, _ status: PhaseStatus, _ logged: PhaseStatus
  ) -> String {
    "\(phase.subject) is \"\(status.place.text)\" in the plan, but \"\(logged.place.text)\" in progress.md"
  }
}
