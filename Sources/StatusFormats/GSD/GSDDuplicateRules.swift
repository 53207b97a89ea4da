import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of ids that are given twice.
struct GSDDuplicateRules {
  private let project: GSDProject

  init(_ project: GSDProject) { self.project = project }

  func check(into findings: inout ClaimFindings) {
    if let roadmap = project.roadmap { checkRoadmap(roadmap, into: &findings) }
    if let requirements = project.requirements {
      let file = requirements.file
      check(
        requirements.items.filter { $0.box != nil }.map { ($0.id, file.location($0.line)) }, "requirement",
        into: &findings)
      check(requirements.rows.map { ($0.id, file.location($0.line)) }, "requirement", into: &findings)
    }
    checkDirectories(into: &findings)
  }

  /// Reports each place whose key another place before it has.
  private func check<Key: Hashable>(
    _ places: [(key: Key, place: Location)], _ noun: String, name: (Key) -> String,
    into findings: inout ClaimFindings
  ) {
    var first: [Key: Location] = [:]
    for (key, place) in places {
      guard let other = first[key] else {
        first[key] = place
        continue
      }
      findings.report(
        "duplicate-id", .error, "\(noun) \(name(key))", "\(noun) \(name(key)) is listed twice", at: place,
        claims: [Claim(other, "the first one is here")])
    }
  }

  private func check(
    _ places: [(key: String, place: Location)], _ noun: String, into findings: inout ClaimFindings
  ) { check(places, noun, name: { $0 }, into: &findings) }

  private func checkRoadmap(_ roadmap: Roadmap, into findings: inout ClaimFindings) {
    check(
      roadmap.items.filter { !$0.isStruck }.map {
        (PhaseKey($0.number, $0.scope, 0), roadmap.location($0.box.range))
      }, "phase",
      name: \.number.text, into: &findings)
    check(
      roadmap.rows.map { (PhaseKey($0.number, $0.scope, $0.table + 1), roadmap.location($0.line)) }, "phase",
      name: \.number.text, into: &findings)
    check(
      roadmap.sections.map { (PhaseKey($0.number, $0.scope, 0), roadmap.location($0.heading)) }, "phase",
      name: \.number.text, into: &findings)
    for section in roadmap.sections {
      check(
        section.plans.map { (PlanNames.name(section.number, $0.key), roadmap.location($0.box.range)) },
        "plan",
        into: &findings)
    }
  }

  /// A phase in one list, table or scope.
  private struct PhaseKey: Hashable {
    let number: GSDNumber
    let scope: Int
    let labels: Set<MilestoneLabel>
    let table: Int

    init(_ number: GSDNumber, _ scope: Roadmap.Scope, _ table: Int) {
      self.number = number
      self.scope = scope.id
      labels = Set(scope.labels)
      self.table = table
    }
  }

  /// Numbers with several directories: one finding for all of them.
  private func checkDirectories(into findings: inout ClaimFindings) {
    let groups = Dictionary(grouping: project.directories.filter { !$0.number.isBacklog }, by: \.number)
      .filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
    guard let first = groups.first else { return }
    let others = groups.flatMap { $0 }.filter { $0.path != first[1].path }
    findings.report(
      "duplicate-id", .warning, "phase \(first[0].number.text)", .directories(groups),
      at: project.location(of: first[1]),
      claims: others.map { Claim(project.location(of: $0), "\(PathText.name(of: $0.path)) is here") })
  }
}

extension String {
  fileprivate static func directories(_ groups: [[PhaseDirectory]]) -> String {
    let texts = groups.map { group in
      "\(group.count) directories for phase \(group[0].number.text): \(group.map { PathText.name(of: $0.path) }.listed)"
    }
    return texts.prefix(6).joined(separator: "; ") + (texts.count > 6 ? "; and \(texts.count - 6) more" : "")
  }
}
