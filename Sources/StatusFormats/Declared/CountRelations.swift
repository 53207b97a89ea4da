import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of numbers: whether they are those of the subjects that they count.
struct CountRelations {
  private let claims: DeclaredClaims

  /// The rules for `claims`.
  init(_ claims: DeclaredClaims) { self.claims = claims }

  /// Whose parts of which kind are counted; without a subject, all of the kind.
  private struct Owner: Hashable {
    let subject: Subject?
    let kind: String
  }

  /// How many subjects there are.
  private struct Counts {
    var done = 0
    var open = 0
    var closed = 0
    /// Whether the status of one is not known.
    var isUncertain = false

    var total: Int { done + open + closed }

    /// The numbers that may be stated. What was given up may be counted, as done or as one of all, or left out.
    func accepted(_ what: TextPattern.Placeholder) -> [Int] {
      switch what {
      case .done: [done, done + closed]
      case .open: [open]
      case .percent: percent(done, total) + percent(done, total - closed) + percent(done + closed, total)
      default: [total, total - closed]
      }
    }

    /// Rounded, up or down.
    private func percent(_ part: Int, _ whole: Int) -> [Int] {
      whole == 0
        ? [0] : [(part * 200 + whole) / (whole * 2), part * 100 / whole, (part * 100 + whole - 1) / whole]
    }
  }

  /// Reports numbers that are not so.
  func check(into findings: inout ClaimFindings) {
    guard claims.compares("count-mismatch") else { return }
    var known: [Owner: Counts] = [:]
    for claim in claims.claims(.count) where !claim.numbers.isEmpty {
      let owner = Owner(subject: claim.subject, kind: claims.source(of: claim).other)
      let counts = known[owner] ?? counts(of: counted(owner))
      known[owner] = counts
      if !counts.isUncertain { check(claim, owner.kind, counts, into: &findings) }
    }
  }

  /// The numbers that are right at `claim`, where others are stated; none if they cannot be told.
  func corrections(of claim: DeclaredClaim) -> [TextPattern.Placeholder: Int] {
    let counts = counts(of: counted(Owner(subject: claim.subject, kind: claims.source(of: claim).other)))
    if counts.isUncertain { return [:] }
    return claim.numbers.compactMapValues { Int($0.text) }
      .filter { !counts.accepted($0.key).contains($0.value) }
      .reduce(into: [:]) { numbers, stated in numbers[stated.key] = counts.accepted(stated.key).first }
  }

  private func check(
    _ claim: DeclaredClaim, _ kind: String, _ counts: Counts, into findings: inout ClaimFindings
  ) {
    let stated = claim.numbers.sorted { $0.key.rawValue < $1.key.rawValue }
    let wrong = stated.filter { what, place in
      Int(place.text).map { !counts.accepted(what).contains($0) } ?? false
    }
    guard let (what, place) = wrong.first, let right = counts.accepted(what).first else { return }
    var edited: [DeclaredClaim] = []
    var texts: [Location: String] = [:]
    for (what, place) in wrong {
      guard let number = counts.accepted(what).first else { continue }
      var part = claim
      part.written = place
      edited.append(part)
      texts[place.location] = "\(number)"
    }
    // Two numbers in one scalar with quotes have one place, which is written for the one and then for the other.
    let isApart = texts.count == edited.count
    let fix = claims.fix(isApart ? edited : [edited[0]], .safe, several: "correct the numbers") { part in
      part.written.flatMap { isApart ? texts[$0.location] : "\(right)" }
    }
    let owner = claim.subject.map { "\($0.described) says" } ?? "the number is"
    findings.report(
      "count-mismatch", .error, claim.subject?.name ?? "\(kind)s",
      .count(owner, what, place.text, kind, right), at: place.location, fix: fix)
  }

  private func counted(_ owner: Owner) -> [Subject] {
    guard let whole = owner.subject else { return claims.subjects.filter { $0.kind == owner.kind } }
    var found: [Subject] = []
    var open = claims.parts[whole] ?? []
    var seen: Set<Subject> = [whole]
    while let subject = open.popLast() {
      guard seen.insert(subject).inserted else { continue }
      if subject.kind == owner.kind { found.append(subject) }
      open += claims.parts[subject] ?? []
    }
    return found
  }

  private func counts(of subjects: [Subject]) -> Counts {
    var counts = Counts()
    for subject in subjects {
      switch claims.status(of: subject)?.stage {
      case .done: counts.done += 1
      case .open, .active: counts.open += 1
      case .closed: counts.closed += 1
      case nil: counts.isUncertain = true
      }
    }
    return counts
  }
}

extension String {
  fileprivate static func count(
    _ owner: String, _ what: TextPattern.Placeholder, _ stated: String, _ kind: String, _ right: Int
  ) -> String {
    switch what {
    case .percent: "\(owner) \(stated) %, but \(right) % of the \(kind)s are done"
    case .done, .open:
      "\(owner) \(stated), but \(Counted(right, kind)) \(right == 1 ? "is" : "are") \(what.rawValue)"
    default: "\(owner) \(stated), but there \(right == 1 ? "is" : "are") \(Counted(right, kind))"
    }
  }
}
