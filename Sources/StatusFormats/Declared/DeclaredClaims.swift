import StatusClaims
import StatusDiagnostics
import StatusText

/// The claims of one root, and the subjects that they are about.
struct DeclaredClaims {
  let format: DeclaredFormat
  let tree: PlanTree
  /// All claims, in the order of their paths.
  let all: [DeclaredClaim]
  /// The subjects, in the order in which they first occur.
  let subjects: [Subject]
  private let known: Set<Subject>
  /// The numbers of the claims about each subject, by the trust in their sources.
  private let bySubject: [Subject: [Int]]
  /// What subjects are parts of, and their parts.
  let parents: [Subject: Subject]
  let parts: [Subject: [Subject]]

  /// The claims in `tree`.
  init(_ format: DeclaredFormat, _ tree: PlanTree) {
    self.format = format
    self.tree = tree
    var reader = ClaimReader(format, tree)
    reader.read()
    all = reader.claims
    var subjects: [Subject] = []
    var bySubject: [Subject: [Int]] = [:]
    var known: Set<Subject> = []
    for (index, claim) in reader.claims.enumerated() {
      guard let subject = claim.subject else { continue }
      if Self.occurs(claim, format), known.insert(subject).inserted { subjects.append(subject) }
      bySubject[subject, default: []].append(index)
    }
    let claims = reader.claims
    self.subjects = subjects
    self.known = known
    self.bySubject = bySubject.mapValues { numbers in
      numbers.sorted { (claims[$0].source, $0) < (claims[$1].source, $1) }
    }
    let found = Self.parents(subjects, known, reader, format)
    parents = found
    parts = Dictionary(grouping: subjects.filter { found[$0] != nil }) { found[$0] ?? $0 }
  }

  /// Whether a claim shows that its subject exists: not a pointer, a number or a file, which only name it.
  private static func occurs(_ claim: DeclaredClaim, _ format: DeclaredFormat) -> Bool {
    switch format.claims[claim.source].facet {
    case .pointer, .count, .exists, .work: false
    default: true
    }
  }

  private static func parents(
    _ subjects: [Subject], _ known: Set<Subject>, _ reader: ClaimReader, _ format: DeclaredFormat
  ) -> [Subject: Subject] {
    var parents = reader.parents
    for claim in reader.claims where format.claims[claim.source].facet == .parent {
      if let subject = claim.subject, let parent = claim.references.first?.subject {
        parents[subject] = parent
      }
    }
    for subject in subjects where parents[subject] == nil {
      guard let kind = format.kinds[subject.kind], kind.parenthood == .prefix, let parent = kind.parent else {
        continue
      }
      var id = subject.id
      while let end = id.lastIndex(where: { $0 == "." || $0 == "-" }) {
        id = String(id[..<end])
        let candidate = Subject(kind: parent, id: id, scope: subject.scope)
        if known.contains(candidate) {
          parents[subject] = candidate
          break
        }
      }
    }
    return parents
  }

  /// The claims about `subject` with that facet, the most trusted first.
  func claims(_ facet: ClaimSource.Facet, of subject: Subject) -> [DeclaredClaim] {
    (bySubject[subject] ?? []).map { all[$0] }.filter { source(of: $0).facet == facet }
  }

  /// All claims with that facet.
  func claims(_ facet: ClaimSource.Facet) -> [DeclaredClaim] { all.filter { source(of: $0).facet == facet } }

  /// The source of a claim.
  func source(of claim: DeclaredClaim) -> ClaimSource { format.claims[claim.source] }

  /// The list in which `claim` is an entry; nil if it is about no subject. Boxes in another file are another list, such as
  /// that of the next week.
  func list(of claim: DeclaredClaim) -> DeclaredClaim.List? {
    let isByFile = if case .checkbox = source(of: claim).extractor { true } else { false }
    return claim.subject.map {
      DeclaredClaim.List(subject: $0, source: claim.source, file: isByFile ? claim.location.path : "")
    }
  }

  /// Whether something is said of `subject`.
  func knows(_ subject: Subject) -> Bool { known.contains(subject) }

  /// The claim that says how far `subject` is; nil if none does.
  func status(of subject: Subject) -> DeclaredClaim? {
    claims(.status, of: subject).first { $0.stage != nil }
  }

  /// Whether findings of that rule are wanted.
  func compares(_ rule: String) -> Bool { format.relations.contains(rule) }

  /// What is written at `claim` for `stage`, which another one says in that word; nil if nothing can be.
  func text(for stage: Vocabulary.Stage, _ word: String?, at claim: DeclaredClaim) -> String? {
    guard claim.written != nil else { return nil }
    return claim.box != nil ? format.statuses.box(stage) : word ?? format.statuses.word(stage)
  }
}
