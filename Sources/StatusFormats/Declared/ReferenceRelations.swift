import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of ids: two subjects with one, and what names another subject.
struct ReferenceRelations {
  private let claims: DeclaredClaims

  /// The rules for `claims`.
  init(_ claims: DeclaredClaims) { self.claims = claims }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    if claims.compares("duplicate-id") { checkTwins(into: &findings) }
    for claim in claims.all {
      switch claims.source(of: claim).facet {
      case .depends:
        checkKnown(claim, into: &findings)
        checkWaiting(claim, into: &findings)
      case .refers, .parent: checkKnown(claim, into: &findings)
      case .pointer: checkPointer(claim, into: &findings)
      default: break
      }
    }
    if claims.compares("dependency-cycle") { checkCycles(into: &findings) }
  }

  // MARK: Ids

  /// Subjects that one list has twice. In other places they are named again.
  private func checkTwins(into findings: inout ClaimFindings) {
    var lists: [DeclaredClaim.List: [DeclaredClaim]] = [:]
    for claim in claims.all where claims.source(of: claim).declares {
      if let list = claims.list(of: claim) { lists[list, default: []].append(claim) }
    }
    for twins in lists.values.filter({ $0.count > 1 }).sorted(by: { $0[1].location < $1[1].location }) {
      guard let subject = twins[0].subject else { continue }
      let others = [twins[0]] + twins.dropFirst(2)
      findings.report(
        "duplicate-id", .error, subject.name, .twins(twins.count, subject), at: twins[1].location,
        claims: others.map { Claim($0.location, "it is here, too") })
    }
  }

  private func checkKnown(_ claim: DeclaredClaim, into findings: inout ClaimFindings) {
    guard claims.compares("unknown-reference") else { return }
    for reference in claim.references where !claims.knows(reference.subject) {
      findings.report(
        "unknown-reference", .error, claim.subject?.name ?? reference.subject.kind,
        .unknown(claim.subject, reference), at: reference.place.location)
    }
  }

  // MARK: Dependencies

  private func checkWaiting(_ claim: DeclaredClaim, into findings: inout ClaimFindings) {
    guard claims.compares("unmet-dependency"), let subject = claim.subject,
      let own = claims.status(of: subject),
      own.stage == .done || own.stage == .active
    else { return }
    for reference in claim.references where reference.subject != subject {
      guard let other = claims.status(of: reference.subject), other.stage == .open || other.stage == .active
      else {
        continue
      }
      findings.report(
        "unmet-dependency", own.stage == .done ? .warning : .info, subject.name,
        .unmet(subject, own, reference.subject, other), at: reference.place.location,
        claims: [own.claim(subject.described), other.claim(reference.subject.described)])
    }
  }

  private func checkCycles(into findings: inout ClaimFindings) {
    var needs: [String: [String]] = [:]
    var places: [String: [DeclaredClaim.Reference]] = [:]
    for claim in claims.claims(.depends) {
      guard let subject = claim.subject else { continue }
      needs[subject.name, default: []] += claim.references.map(\.subject.name)
      places[subject.name, default: []] += claim.references
    }
    for cycle in DependencyCycles.all(claims.subjects.map(\.name), needs) {
      let next = cycle.count > 1 ? cycle[1] : cycle[0]
      guard let place = places[cycle[0]]?.first(where: { $0.subject.name == next }) else { continue }
      findings.report("dependency-cycle", .error, cycle[0], .cycle(cycle), at: place.place.location)
    }
  }

  // MARK: Pointers

  private func checkPointer(_ claim: DeclaredClaim, into findings: inout ClaimFindings) {
    guard claims.compares("stale-pointer"), let reference = claim.references.first else { return }
    let subject = reference.subject
    guard claims.knows(subject) else {
      findings.report(
        "stale-pointer", .warning, "current \(subject.kind)", .noSubject(subject),
        at: reference.place.location)
      return
    }
    guard let status = claims.status(of: subject), status.stage == .done || status.stage == .closed,
      let next = next(subject.kind), let other = claims.status(of: next)
    else { return }
    var place = claim
    place.written = reference.place
    findings.report(
      "stale-pointer", .warning, "current \(subject.kind)", .stale(subject, status, next, other),
      at: reference.place.location,
      claims: [status.claim(subject.described), other.claim(next.described)],
      fix: claims.fix([place], next.id, .unsafe))
  }

  /// The first subject that is being worked on, or else the first that is open.
  private func next(_ kind: String) -> Subject? {
    let all = claims.subjects.filter { $0.kind == kind }
    return all.first { claims.status(of: $0)?.stage == .active }
      ?? all.first { claims.status(of: $0)?.stage == .open }
  }
}

extension ClaimSource {
  /// Whether each place of it is an entry of its own, so that a subject that is there twice is a mistake.
  fileprivate var declares: Bool {
    guard facet == .status || facet == .title else { return false }
    switch extractor {
    case .checkbox, .heading, .table, .yaml, .json: return true
    case .field, .file, .directory: return false
    }
  }
}

extension String {
  fileprivate static func twins(_ count: Int, _ subject: Subject) -> String {
    "\(count == 2 ? "two" : "\(count)") \(subject.kind)s have the id \(subject.id)"
  }
  fileprivate static func unknown(_ subject: Subject?, _ reference: DeclaredClaim.Reference) -> String {
    let other = "\(reference.subject.kind) \(reference.place.text), which was not found"
    return subject.map { "\($0.described) names \(other)" } ?? "this is \(other)"
  }
  fileprivate static func unmet(
    _ subject: Subject, _ own: DeclaredClaim, _ target: Subject, _ other: DeclaredClaim
  ) -> String {
    "\(subject.described) is \(own.shown), but depends on \(target.described), which is \(other.shown)"
  }
  fileprivate static func cycle(_ names: [String]) -> String {
    names.count == 1
      ? "\(names[0]) depends on itself"
      : "these wait for each other: \((names + [names[0]]).joined(separator: " → "))"
  }
  fileprivate static func noSubject(_ subject: Subject) -> String {
    "the current \(subject.kind) \(subject.id) was not found"
  }
  fileprivate static func stale(
    _ subject: Subject, _ status: DeclaredClaim, _ next: Subject, _ other: DeclaredClaim
  ) -> String {
    "the current \(subject.described) is \(status.shown), but \(next.described) is \(other.shown)"
  }
}
