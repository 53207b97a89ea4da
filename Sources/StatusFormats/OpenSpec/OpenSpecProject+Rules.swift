import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged across changes and specs.
extension OpenSpecProject {
  /// Archived changes without a date, and names that are both active and archived.
  func checkNames(into findings: inout ClaimFindings) {
    let dated = archived.count { $0.dateText != nil }
    for change in archived where change.dateText == nil && dated * 2 > archived.count {
      findings.report(
        "directory-name", .warning, change.subject, .undated(change.name), at: change.location,
        help: "other archived changes are named \"YYYY-MM-DD-name\"")
    }
    for change in active {
      guard let other = archived.last(where: { $0.name == change.name }) else { continue }
      findings.report(
        "archived-but-active", .error, change.subject, .both(change.name, PathText.name(of: other.path)),
        at: change.location,
        claims: [Claim(other.location, "it is archived here")],
        help: "remove one of the two, or rename the active change")
    }
  }

  /// Deltas of active changes that cannot be applied to the specs.
  func checkDeltas(into findings: inout ClaimFindings) {
    tree.judge(active, into: &findings) { change, findings in
      for delta in change.deltas { DeltaRules(delta, of: change, in: self).check(into: &findings) }
    }
  }

  /// Requirements that several active changes modify, remove or rename.
  func checkOverlaps(into findings: inout ClaimFindings) {
    guard tree.isAsked("overlapping-change") else { return }
    var touched: [String: [(change: OpenSpecChange, requirement: Requirement)]] = [:]
    var order: [String] = []
    for change in active {
      for delta in change.deltas {
        for requirement in delta.requirements([.modified, .removed, .renamed]) {
          let key = "\(delta.capability)/\(requirement.name)"
          if touched[key] == nil { order.append(key) }
          if touched[key]?.last?.change.path != change.path {
            touched[key, default: []].append((change, requirement))
          }
        }
      }
    }
    for key in order {
      guard let touches = touched[key], touches.count > 1, let last = touches.last else { continue }
      findings.report(
        "overlapping-change", .info, "requirement \(key)", .overlap(touches.map(\.change.name)),
        at: last.requirement.file.location(last.requirement.range),
        claims: touches.dropLast().map {
          Claim($0.requirement.file.location($0.requirement.range), "\"\($0.change.name)\" changes it here")
        })
    }
  }

  /// Archived changes whose new requirements never came into a spec.
  func checkUnmerged(into findings: inout ClaimFindings) {
    guard tree.isAsked("unmerged-change") else { return }
    let known = Set(specs.values.joined().map(\.folded))
    let goneLater = archived.map { change in
      Set(change.deltas.flatMap { $0.requirements([.removed, .renamed]).map(\.folded) })
    }
    for (index, change) in archived.enumerated() {
      let added = change.deltas.flatMap { delta in delta.requirements([.added]).map { (delta.capability, $0) }
      }
      let later = goneLater[(index + 1)...]
      let isLost = added.allSatisfy { capability, requirement in
        specs[capability] == nil && !known.contains(requirement.folded)
          && !later.contains { $0.contains(requirement.folded) }
      }
      guard isLost, let (_, first) = added.first else { continue }
      findings.report(
        "unmerged-change", .info, "change \(PathText.name(of: change.path))", .unmerged(added.count),
        at: first.file.location(first.range), help: "merge the delta into the spec, if it still holds")
    }
  }

  /// Specs whose purpose was never written.
  func checkPlaceholders(into findings: inout ClaimFindings) {
    guard tree.isAsked("placeholder-text") else { return }
    for (capability, _) in specs.sorted(by: { $0.key < $1.key }) {
      guard let file = tree.files["specs/\(capability)/spec.md"], let outline = file.outline else { continue }
      let bytes = file.source.bytes
      for block in outline.blocks where block.kind == .paragraph {
        guard
          ASCII.begins(
            bytes, at: block.range.lower, before: block.range.upper, with: "tbd - created by archiving change"
          )
        else { continue }
        findings.report(
          "placeholder-text", .info, "capability \(capability)", .placeholder, at: file.location(block.range),
          help: "say in one or two sentences what the capability is for")
        break
      }
    }
  }
}

extension String {
  fileprivate static func undated(_ name: String) -> String {
    "the archived change \"\(name)\" has no date in its name"
  }
  fileprivate static func both(_ name: String, _ other: String) -> String {
    "\"\(name)\" is active, but also archived as \"\(other)\""
  }
  fileprivate static func overlap(_ names: [String]) -> String {
    "\(names.count) active changes touch this requirement: \(names.joined(separator: ", "))"
  }
  fileprivate static func unmerged(_ count: Int) -> String {
    "the change is archived, but "
      + (count == 1 ? "its new requirement is" : "none of its \(count) new requirements is")
      + (count == 1 ? " not in any spec" : " in a spec")
  }
  fileprivate static let placeholder =
    "the purpose of the spec is still the text that archiving a change put there"
}
