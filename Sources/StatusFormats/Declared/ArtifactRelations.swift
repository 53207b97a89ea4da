import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of files that prove something, and of titles and dates.
struct ArtifactRelations {
  private let claims: DeclaredClaims
  private let now: Int

  /// The rules for `claims`.
  init(_ claims: DeclaredClaims, now: Int) {
    self.claims = claims
    self.now = now
  }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    if claims.compares("missing-artifact") {
      for (index, source) in claims.format.claims.enumerated() where source.facet == .exists {
        checkFiles(index, source, into: &findings)
      }
    }
    if claims.compares("name-mismatch") {
      for subject in claims.subjects { checkTitles(subject, into: &findings) }
    }
    for claim in claims.claims(.date) { checkDate(claim, into: &findings) }
  }

  private func checkFiles(_ index: Int, _ source: ClaimSource, into findings: inout ClaimFindings) {
    let present = Set(claims.claims(.exists).filter { $0.source == index }.compactMap(\.subject))
    for subject in claims.subjects where subject.kind == source.kind && !present.contains(subject) {
      guard let status = claims.status(of: subject), let stage = status.stage,
        stage == .done || stage == .active && source.neededFrom != .done
          || stage == .open && source.neededFrom == .open
      else { continue }
      let paths = source.files.map { claims.tree.whole($0.filled(id: subject.id)) }
      findings.report(
        "missing-artifact", .warning, subject.name, .noFile(subject, status, paths), at: status.location,
        missingFrom: paths)
    }
  }

  private func checkTitles(_ subject: Subject, into findings: inout ClaimFindings) {
    let titles = claims.claims(.title, of: subject).compactMap(\.written)
    guard let first = titles.first else { return }
    let words = TaskWords.words(Array(first.text.utf8)[...])
    guard
      let other = titles.dropFirst().first(where: {
        !TaskWords.areSame(words, TaskWords.words(Array($0.text.utf8)[...]))
      })
    else { return }
    findings.report(
      "name-mismatch", .warning, subject.name, .otherTitle(subject, other.text, first.text),
      at: other.location,
      claims: [Claim(first.location, "it is called \"\(first.text)\" here")])
  }

  private func checkDate(_ claim: DeclaredClaim, into findings: inout ClaimFindings) {
    guard let subject = claim.subject, let date = DateRules.Entry("the date", claim.written) else { return }
    var dated = ClaimFindings()
    DateRules(subject: subject.name, now: now).check(date, nil, into: &dated)
    for finding in dated.findings where claims.compares(finding.rule) { findings.add(finding) }
  }
}

extension String {
  fileprivate static func noFile(_ subject: Subject, _ status: DeclaredClaim, _ paths: [String]) -> String {
    let files = paths.joined(separator: " or ")
    return "\(subject.described) is \(status.shown), but \(files) does not exist"
  }
  fileprivate static func otherTitle(_ subject: Subject, _ here: String, _ there: String) -> String {
    "\(subject.described) is called \"\(here)\" here, but \"\(there)\" elsewhere"
  }
}
