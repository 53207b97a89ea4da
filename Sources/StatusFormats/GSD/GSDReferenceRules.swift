import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of references: requirements to phases, phases to requirements and to the phases they depend on.
struct GSDReferenceRules {
  private let project: GSDProject

  init(_ project: GSDProject) { self.project = project }

  func check(into findings: inout ClaimFindings) {
    guard let roadmap = project.roadmap, !project.phases.isEmpty else { return }
    for phase in project.phases {
      for section in phase.sections {
        checkDependencies(section, phase, roadmap, into: &findings)
        checkRequirements(section, phase, roadmap, into: &findings)
      }
    }
    if let requirements = project.requirements {
      checkRows(requirements, into: &findings)
      checkMapping(requirements, roadmap, into: &findings)
    }
  }

  private func isUnknown(_ list: PhaseList) -> [GSDNumber] {
    list.numbers.filter { number in
      !project.knows(number) && !list.ranges.contains { $0.contains(number.first) }
    }
  }

  private func checkDependencies(
    _ section: Roadmap.Section, _ phase: GSDPhase, _ roadmap: Roadmap, into findings: inout ClaimFindings
  ) {
    guard let value = section.fields["depends on"] else { return }
    let source = roadmap.file.source
    // A phase of another milestone may be gone.
    guard MilestoneLabel.all(in: source, value).isEmpty else { return }
    let unknown = isUnknown(PhaseList.dependencies(in: source, value, code: project.code))
    guard !unknown.isEmpty else { return }
    findings.report(
      "unknown-reference", .error, phase.subject, .unknownDependency(phase, unknown),
      at: roadmap.location(value))
  }

  private func checkRequirements(
    _ section: Roadmap.Section, _ phase: GSDPhase, _ roadmap: Roadmap, into findings: inout ClaimFindings
  ) {
    guard let value = section.fields["requirements"], let requirements = project.requirements,
      !phase.isHistory
    else {
      return
    }
    let source = roadmap.file.source
    let text = source.text(value)
    guard ![" through ", "..", "–", "—", " to ", "*"].contains(where: { text.contains(text: $0) }) else {
      return
    }
    let named = Requirements.ids(in: source, value)
    let defined = requirements.ids
    let prefixes = Set(defined.map { Requirements.prefix($0) })
    let unknown = named.filter { id in
      !defined.contains(id) && !project.archivedRequirements.contains(id)
        && prefixes.contains(Requirements.prefix(id))
    }
    guard !unknown.isEmpty, named.count(where: defined.contains) * 2 >= named.count else { return }
    findings.report(
      "unknown-reference", .error, phase.subject, .unknownRequirements(phase, unknown),
      at: roadmap.location(value))
  }

  private func checkRows(_ requirements: Requirements, into findings: inout ClaimFindings) {
    for row in requirements.rows where row.phases.isWhole {
      let unknown = isUnknown(row.phases)
      guard !unknown.isEmpty else { continue }
      findings.report(
        "unknown-reference", .error, "requirement \(row.id)", .unknownPhase(row.id, unknown),
        at: requirements.file.location(row.phase))
    }
  }

  /// Requirements that the table gives to one phase, and the roadmap to another.
  private func checkMapping(
    _ requirements: Requirements, _ roadmap: Roadmap, into findings: inout ClaimFindings
  ) {
    let owners = project.owners
    var agreeing = 0
    var differing: [(row: Requirements.Row, owner: (number: GSDNumber, place: ByteRange))] = []
    for row in requirements.rows {
      guard let owners = owners[row.id], row.phases.isWhole, !row.phases.numbers.isEmpty else { continue }
      if owners.contains(where: { owner in row.phases.numbers.contains { $0.isFamily(of: owner.number) } }) {
        agreeing += 1
      } else if row.phases.numbers.allSatisfy(project.knows), owners.count == 1 {
        differing.append((row, owners[0]))
      }
    }
    guard differing.count <= agreeing else { return }
    for (row, owner) in differing {
      findings.report(
        "reference-mismatch", .warning, "requirement \(row.id)", .otherPhase(row, owner.number),
        at: requirements.file.location(row.phase),
        claims: [Claim(roadmap.location(owner.place), "phase \(owner.number.text) names it here")],
        fix: PlacedText(requirements.file.source, row.phase).fix(.unsafe, "Phase \(owner.number.text)"))
    }
  }
}

extension String {
  private static func phases(_ numbers: [GSDNumber]) -> String {
    "\(Counted(numbers.count, "phase").noun) \(numbers.map(\.text).joined(separator: ", "))"
  }
  fileprivate static func unknownDependency(_ phase: GSDPhase, _ unknown: [GSDNumber]) -> String {
    "\(phase.subject) depends on \(phases(unknown)), which the roadmap does not have"
  }
  fileprivate static func unknownRequirements(_ phase: GSDPhase, _ unknown: [String]) -> String {
    "\(phase.subject) names \(unknown.listed), which REQUIREMENTS.md does not define"
  }
  fileprivate static func unknownPhase(_ id: String, _ unknown: [GSDNumber]) -> String {
    "requirement \(id) belongs to \(phases(unknown)), which the roadmap does not have"
  }
  fileprivate static func otherPhase(_ row: Requirements.Row, _ number: GSDNumber) -> String {
    "requirement \(row.id) belongs to \(phases(row.phases.numbers)) here, but to phase \(number.text) in the roadmap"
  }
}
