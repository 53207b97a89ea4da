import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged in a REQUIREMENTS.md: boxes against rows, and the numbers of its coverage.
struct GSDRequirementRules {
  private let requirements: Requirements?

  init(_ project: GSDProject) { requirements = project.requirements }

  func check(into findings: inout ClaimFindings) {
    guard let requirements else { return }
    checkStatuses(requirements, into: &findings)
    checkCoverage(requirements, into: &findings)
  }

  private func checkStatuses(_ requirements: Requirements, into findings: inout ClaimFindings) {
    let items = Dictionary(grouping: requirements.items.filter { $0.box != nil }, by: \.id)
    let rows = Dictionary(grouping: requirements.rows, by: \.id)
    for item in requirements.items {
      guard let box = item.box, items[item.id]?.count == 1, let row = rows[item.id]?.first,
        rows[item.id]?.count == 1,
        let cell = row.statusCell
      else { continue }
      let source = requirements.file.source
      let (boxText, rowText) = (PlacedText(source, box.range), PlacedText(source, cell))
      let isTicked = item.status.stage == .done && row.status.isUndone
      guard isTicked || item.status.stage == .open && row.status.stage == .done else { continue }
      let (open, done) = isTicked ? (rowText, boxText) : (boxText, rowText)
      findings.report(
        "status-mismatch", .warning, "requirement \(item.id)", .mismatch(item.id, boxText.text, rowText.text),
        at: open.location, claims: [done.claim("requirement \(item.id)")],
        fix: open.fix(.unsafe, isTicked ? "Complete" : "[x]"))
    }
  }

  // MARK: Coverage

  private func checkCoverage(_ requirements: Requirements, into findings: inout ClaimFindings) {
    let counts = [requirements.totals, requirements.mapped, requirements.unmapped]
    // Several lists of requirements have several coverages, and a sum has its own rules.
    guard counts.allSatisfy({ $0.count <= 1 }), let total = requirements.totals.first,
      counts.allSatisfy({ $0.allSatisfy { !$0.isExplained } })
    else { return }
    let source = requirements.file.source
    let mapped = requirements.mapped.first
    let unmapped = requirements.unmapped.first
    func place(_ count: Requirements.Count) -> Location { requirements.file.location(count.number) }
    let claims = [
      mapped.map { Claim(place($0), "\($0.value) are mapped here") },
      unmapped.map { Claim(place($0), "\($0.value) are unmapped here") },
    ]
    .compactMap { $0 }
    let tracked = Set(requirements.items.filter { $0.box != nil }.map(\.id)).count
    let rows = Set(requirements.rows.map(\.id)).count
    let readings = Set([tracked, rows, requirements.ids.count, Set(requirements.items.map(\.id)).count])
      .filter { $0 > 0 }
    if !readings.isEmpty, !readings.contains(total.value) {
      let isSure = tracked == rows && tracked > total.value && (unmapped?.value ?? 0) == 0
      var edits = [TextEdit(total.number, with: "\(tracked)")]
      if let mapped, mapped.value != tracked { edits.append(TextEdit(mapped.number, with: "\(tracked)")) }
      findings.report(
        "count-mismatch", .error, "requirements", .otherTotal(total.value, readings.sorted()),
        at: place(total),
        claims: claims,
        fix: isSure && (mapped?.value ?? 0) <= tracked
          ? Fix(
            .safe, "write the number",
            files: [.init(path: source.path, edits: edits.sorted { $0.range < $1.range })])
          : nil)
    } else if let mapped, let unmapped, mapped.value + unmapped.value != total.value {
      findings.report(
        "count-mismatch", .error, "requirements", .otherSum(mapped.value, unmapped.value, total.value),
        at: place(total),
        claims: claims)
    }
  }
}

extension String {
  fileprivate static func mismatch(_ id: String, _ box: String, _ row: String) -> String {
    "requirement \(id) is \"\(box)\" in the list, but \"\(row)\" in the traceability table"
  }
  fileprivate static func otherTotal(_ total: Int, _ readings: [Int]) -> String {
    "Coverage says \(Counted(total, "requirement")), but there are \(readings.map { String($0) }.joined(separator: " or "))"
  }
  fileprivate static func otherSum(_ mapped: Int, _ unmapped: Int, _ total: Int) -> String {
    "\(mapped) mapped and \(unmapped) unmapped are not \(Counted(total, "requirement"))"
  }
}
