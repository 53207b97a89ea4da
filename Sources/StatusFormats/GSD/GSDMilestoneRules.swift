import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of milestones: their places against each other, and against their phases.
struct GSDMilestoneRules {
  private let project: GSDProject

  init(_ project: GSDProject) { self.project = project }

  func check(into findings: inout ClaimFindings) {
    guard let roadmap = project.roadmap else { return }
    var open: [MilestoneLabel: [GSDPhase]] = [:]
    for phase in project.phases where phase.isOpen {
      for label in phase.labels { open[label, default: []].append(phase) }
    }
    for milestone in project.milestones.all {
      checkStatus(milestone, roadmap, into: &findings)
      checkDays(milestone, roadmap, into: &findings)
      guard milestone.isShipped, let shipped = milestone.shipped.first else { continue }
      for phase in open[milestone.label] ?? [] {
        guard let first = phase.first else { continue }
        findings.report(
          "rollup-mismatch", .warning, phase.subject,
          "milestone \(milestone.label.written) is shipped, but \(phase.subject) of it is not done",
          at: first.location,
          claims: phase.claims.dropFirst() + [
            Claim(roadmap.location(shipped.range), "the milestone is shipped here")
          ])
      }
    }
  }

  private func checkStatus(_ milestone: GSDMilestone, _ roadmap: Roadmap, into findings: inout ClaimFindings)
  {
    for open in milestone.open {
      guard let shipped = milestone.shipped.first(where: { $0.mayBeSame(open) }) else { continue }
      findings.report(
        "status-mismatch", .warning, "milestone \(milestone.label.written)",
        "milestone \(milestone.label.written) is not shipped here, but in another place it is",
        at: roadmap.location(open.range),
        claims: [Claim(roadmap.location(shipped.range), "it is shipped here")])
      return
    }
  }

  private func checkDays(_ milestone: GSDMilestone, _ roadmap: Roadmap, into findings: inout ClaimFindings) {
    let dated = milestone.shipped.compactMap { mention in mention.shipped?.day.map { (mention, $0) } }
    guard let (first, day) = dated.first,
      let (other, otherDay) = dated.first(where: { $0.1 != day && $0.0.mayBeSame(first) })
    else { return }
    let isClose = abs(day.number - otherDay.number) <= 1
    findings.report(
      "timestamp-mismatch", isClose ? .info : .warning, "milestone \(milestone.label.written)",
      "milestone \(milestone.label.written) was shipped on \(day.text) and on \(otherDay.text)",
      at: roadmap.location(first.range),
      claims: [Claim(roadmap.location(other.range), "\(otherDay.text) is written here")])
  }
}
