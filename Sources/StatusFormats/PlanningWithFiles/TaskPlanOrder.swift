import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the phases of a plan together: their numbers, their order, and the current phase.
struct TaskPlanOrder {
  private let plan: TaskPlan

  /// The rules for `plan`.
  init(_ plan: TaskPlan) { self.plan = plan }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    checkNumbers(into: &findings)
    checkActive(into: &findings)
    checkSkipped(into: &findings)
    checkPointer(into: &findings)
  }

  private func checkNumbers(into findings: inout ClaimFindings) {
    for (number, twins) in Dictionary(grouping: plan.phases, by: \.number).sorted(by: { $0.key < $1.key })
    where twins.count > 1 {
      let others = [twins[0]] + twins.dropFirst(2)
      findings.report(
        "duplicate-id", .error, twins[0].subject, .twins(twins.count, number), at: twins[1].place.location,
        claims: others.map { Claim($0.place.location, "it is here, too") })
    }
    for (last, next) in zip(plan.phases, plan.phases.dropFirst()) {
      guard let before = last.heading.major, let after = next.heading.major, after > before + 1 else {
        continue
      }
      findings.report(
        "phase-number-gap", .info, next.subject, .gap(next, after: last), at: next.place.location,
        claims: [Claim(last.place.location, "\(last.subject) is here")])
    }
  }

  private func checkActive(into findings: inout ClaimFindings) {
    let active = plan.phases.filter { $0.stage == .active }
    guard active.count > 1, let status = active[1].status else { return }
    findings.report(
      "several-active-phases", .warning, active[1].subject, .several(active), at: status.place.location,
      claims: ([active[0]] + active.dropFirst(2)).compactMap(\.claim))
  }

  /// Complete phases after pending ones. The first one after these shows the fault.
  private func checkSkipped(into findings: inout ClaimFindings) {
    var pending: [TaskPlan.Phase] = []
    for phase in plan.phases {
      if phase.stage == .open { pending.append(phase) }
      guard phase.stage == .done, let status = phase.status, let skipped = pending.last else { continue }
      findings.report(
        "skipped-phase", .warning, phase.subject, .skipped(phase, skipped), at: status.place.location,
        claims: pending.compactMap(\.claim))
      pending = []
    }
  }

  private func checkPointer(into findings: inout ClaimFindings) {
    guard let (heading, _) = plan.current else { return }
    let location = plan.file.location(heading.range)
    guard let phase = plan.phases.first(where: { $0.number == heading.number }) else {
      findings.report(
        "stale-pointer", .warning, "current phase", .noPhase(heading.number), at: location,
        help: "the phases are \(plan.phases.map(\.number).joined(separator: ", "))")
      return
    }
    let active = plan.phases.first { $0.stage == .active }
    let next = active ?? plan.phases.first { $0.stage == .open }
    guard let next, phase.stage == .done || phase.stage == .open && active != nil else { return }
    findings.report(
      "stale-pointer", .warning, "current phase", .stale(phase, next), at: location,
      claims: [phase.claim, next.claim].compactMap { $0 },
      fix: plan.pointer(to: next).flatMap { $0.place.fix(.unsafe, $0.text) })
  }
}

extension String {
  fileprivate static func twins(_ count: Int, _ number: String) -> String {
    "\(count == 2 ? "two" : "\(count)") phases have the number \(number)"
  }
  fileprivate static func gap(_ next: TaskPlan.Phase, after last: TaskPlan.Phase) -> String {
    "\(next.subject) comes after \(last.subject)"
  }
  fileprivate static func several(_ active: [TaskPlan.Phase]) -> String {
    "\(active.count) phases are in progress: \(active.map(\.number).joined(separator: ", "))"
  }
  fileprivate static func skipped(_ phase: TaskPlan.Phase, _ skipped: TaskPlan.Phase) -> String {
    "\(phase.subject) is complete, but \(skipped.subject) before it is \"\(skipped.status?.place.text ?? "")\""
  }
  fileprivate static func noPhase(_ number: String) -> String { "the current phase \(number) was not found" }
  fileprivate static func stale(_ phase: TaskPlan.Phase, _ next: TaskPlan.Phase) -> String {
    "the current phase \(phase.number) is \"\(phase.status?.place.text ?? "")\", but \(next.subject) is "
      + "\"\(next.status?.place.text ?? "")\""
  }
}
