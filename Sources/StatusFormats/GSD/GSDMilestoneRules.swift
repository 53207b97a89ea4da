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
    // A phase whose own text says that it is done is reported for that, with the milestone as a claim.
    for phase in project.phases where phase.isOpen && phase.completedItem == nil {
      for label in phase.labels { open[label, default: []].append(phase) }
    }
    for milestone in project.milestones.all {
      checkStatus(milestone, roadmap, into: &findings)
      checkDays(milestone, roadmap, into: &findings)
      guard milestone.isShipped, let shipped = milestone.shipped.first else { continue }
      for phase in open[milestone.label] ?? [] {
        guard let first = phase.first else { continue }
        let proof = phase.isOpenButVerified ? phase.directory?.verification : nil
        findings.report(
          "rollup-mismatch", .warning, phase.subject,
          "milestone \(milestone.label.written) is shipped, but \(phase.subject) of it is not done",
          at: first.location,
          claims: phase.claims.dropFirst()
            + [roadmap.claim(ofShipped: shipped), proof?.claim("the verification")].compactMap { $0 })
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

extension GSDProject {
  /// Where the roadmap says that milestones of `phase` are shipped, if no place says anything else.
  func shipments(of phase: GSDPhase) -> [Claim] {
    guard let roadmap else { return [] }
    return milestones.all.filter { phase.labels.contains($0.label) && $0.isShipped }
      .compactMap { $0.shipped.first.map(roadmap.claim(ofShipped:)) }
  }
}

extension Roadmap {
  fileprivate func claim(ofShipped mention: MilestoneMention) -> Claim {
    Claim(location(mention.range), "the milestone is shipped here")
  }
}
