extension DeclaredFormat {
  /// The rules for which there is something to compare among claims of these sources.
  package static func possibleRelations(_ kinds: [SubjectKind], _ claims: [ClaimSource]) -> Set<String> {
    func has(_ facets: ClaimSource.Facet...) -> Bool { claims.contains { facets.contains($0.facet) } }
    func count(_ facet: ClaimSource.Facet) -> Int {
      kinds.map { kind in claims.count { $0.kind == kind.name && $0.facet == facet } }.max() ?? 0
    }
    var rules: Set<String> = []
    if has(.status) { rules.formUnion(["nonstandard-marker", "unknown-marker"]) }
    if has(.status, .title) { rules.insert("duplicate-id") }
    if count(.status) > 1 { rules.insert("status-mismatch") }
    if count(.title) > 1 { rules.insert("name-mismatch") }
    if has(.status), kinds.contains(where: { $0.parent != nil }) { rules.insert("rollup-mismatch") }
    if has(.status), has(.work) { rules.insert("unchecked-work") }
    if has(.status), has(.count) { rules.insert("count-mismatch") }
    if has(.status), has(.exists) { rules.insert("missing-artifact") }
    if has(.depends, .refers, .parent) { rules.insert("unknown-reference") }
    if has(.depends) { rules.formUnion(["dependency-cycle", "unmet-dependency"]) }
    if has(.status), has(.pointer) { rules.insert("stale-pointer") }
    if has(.date) { rules.formUnion(["future-timestamp", "invalid-timestamp"]) }
    return rules
  }
}
