import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of statuses: the words, several of one subject, those of a subject and its parts, and the boxes below.
struct StatusRelations {
  private let claims: DeclaredClaims
  private let statuses: StatusWords

  /// The rules for `claims`.
  init(_ claims: DeclaredClaims) {
    self.claims = claims
    statuses = claims.format.statuses
  }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    for claim in claims.all where claims.source(of: claim).facet == .status || claim.box != nil {
      checkWord(claim, into: &findings)
    }
    for subject in claims.subjects {
      if claims.compares("status-mismatch") { checkPlaces(subject, into: &findings) }
      if claims.compares("rollup-mismatch") { checkParts(subject, into: &findings) }
      if claims.compares("unchecked-work") { checkWork(subject, into: &findings) }
    }
  }

  // MARK: Words

  private func checkWord(_ claim: DeclaredClaim, into findings: inout ClaimFindings) {
    guard let subject = claim.subject, let written = claim.written else { return }
    if let box = claim.box {
      checkBox(box, written, subject, into: &findings)
      return
    }
    switch claim.reading {
    case nil, .standard, .variant: break
    case .spelling(let word):
      guard claims.compares("nonstandard-marker") else { break }
      findings.report(
        "nonstandard-marker", .warning, subject.name, .spelling(written.text, word.text), at: claim.location,
        fix: claims.fix([claim], word.text, .safe))
    case .synonym, .closed, .unknown:
      guard claims.compares("unknown-marker") else { break }
      findings.report(
        "unknown-marker", .error, subject.name, .notAStatus(written.text, subject), at: claim.location,
        help: statuses.text.help, fix: claim.reading?.word.flatMap { claims.fix([claim], $0.text, .unsafe) })
    }
  }

  private func checkBox(
    _ box: Checklist.Box, _ written: PlacedText, _ subject: Subject, into findings: inout ClaimFindings
  ) {
    if let text = box.meant {
      guard claims.compares("nonstandard-marker") else { return }
      findings.report(
        "nonstandard-marker", .warning, subject.name, .otherBox(written.text, text), at: written.location,
        fix: written.fix(.safe, text))
    } else if statuses.stage(of: box, written.text) == nil, !box.flags.contains(.dropped),
      claims.compares("unknown-marker")
    {
      findings.report(
        "unknown-marker", .error, subject.name, .notABox(written.text), at: written.location,
        help: "valid: \(statuses.dialect.boxes)")
    }
  }

  // MARK: Several places

  /// Statuses of one subject that cannot all be true. Two entries of one list are another fault.
  private func checkPlaces(_ subject: Subject, into findings: inout ClaimFindings) {
    let all = claims.claims(.status, of: subject).filter { $0.stage != nil }
    guard let trusted = all.first, let stage = trusted.stage else { return }
    let list = claims.list(of: trusted)
    let others = all.dropFirst().filter { claims.list(of: $0) != list && !$0.agrees(with: trusted) }
    guard let first = others.first else { return }
    let isCopied = others.allSatisfy { claims.source(of: $0).isCopy }
    let rest = all.filter { $0.location != first.location }
    findings.report(
      "status-mismatch", .warning, subject.name,
      .twoStatuses(subject, first, trusted, claims.tree.root), at: first.location,
      claims: rest.map { statement($0, subject) },
      fix: claims.fix(Array(others), isCopied ? .safe : .unsafe) {
        claims.text(for: stage, trusted.word, at: $0)
      })
  }

  private func statement(_ claim: DeclaredClaim, _ subject: Subject) -> Claim {
    Claim(claim.location, "\(subject.described) is \(claim.shown) here")
  }

  // MARK: Parts

  private func checkParts(_ subject: Subject, into findings: inout ClaimFindings) {
    guard let status = claims.status(of: subject), let stage = status.stage else { return }
    let parts = (claims.parts[subject] ?? []).compactMap { part in claims.status(of: part).map { (part, $0) }
    }
    .filter { $0.1.box?.flags.isDisjoint(with: [.dropped, .aside, .optional]) ?? true }
    if parts.isEmpty { return }
    func report(
      _ severity: Severity, _ message: String, _ shown: [(Subject, DeclaredClaim)], _ stage: Vocabulary.Stage
    ) {
      let places = claims.claims(.status, of: subject).filter { $0.stage == status.stage }
      findings.report(
        "rollup-mismatch", severity, subject.name, message, at: status.location,
        claims: shown.map { statement($0.1, $0.0) },
        fix: claims.fix(places, .unsafe) { claims.text(for: stage, nil, at: $0) })
    }
    let open = parts.filter { $0.1.stage == .open || $0.1.stage == .active }
    let done = parts.filter { $0.1.stage == .done }
    let isOpen = stage == .open || stage == .active
    if stage == .done, !open.isEmpty {
      report(.warning, .tooEarly(subject, status, open.count, of: parts.count), open, .active)
    } else if isOpen, open.isEmpty, !done.isEmpty {
      // Many tick the parts of a task and leave its own box.
      report(status.box == nil ? .warning : .info, .tooLate(subject, status, parts.count), parts, .done)
    } else if stage == .open, status.box == nil, let begun = parts.first(where: { $0.1.stage != .open }) {
      report(.info, .begun(subject, status, begun.0, begun.1), [begun], .active)
    }
  }

  // MARK: Work

  private func checkWork(_ subject: Subject, into findings: inout ClaimFindings) {
    guard let status = claims.status(of: subject), status.stage == .done else { return }
    let work = claims.claims(.work, of: subject)
    let open = work.filter { $0.box?.isMissing ?? false && $0.stage != .done && $0.stage != .closed }
    guard let first = open.first else { return }
    findings.report(
      "unchecked-work", .warning, subject.name, .unchecked(subject, status, open.count, of: work.count),
      at: first.location,
      claims: [statement(status, subject)]
        + open.dropFirst().map { Claim($0.location, "this box is open, too") },
      help: "tick what is done, or say in the task why it is not (\"(deferred)\")")
  }
}

extension DeclaredClaims {
  /// The fix that writes a text at each of `places`, which `several` describes if the texts are not the same; nil if one of
  /// them cannot be written.
  func fix(
    _ places: [DeclaredClaim], _ applicability: Fix.Applicability,
    several: String = "write the status in every place",
    _ text: (DeclaredClaim) -> String?
  ) -> Fix? {
    var files: [Fix.FileEdits] = []
    var described: [String] = []
    for place in places {
      guard let written = place.written, let text = text(place), isSound(written.location.path),
        let fix = written.fix(applicability, text)
      else { return nil }
      files += fix.files
      described.append(fix.description)
    }
    guard let first = described.first else { return nil }
    let isOne = described.allSatisfy { $0 == first }
    return Fix(
      applicability, isOne ? first : several, files: Self.merged(files))
  }

  /// The fix that writes one text at each of `places`.
  func fix(_ places: [DeclaredClaim], _ text: String, _ applicability: Fix.Applicability) -> Fix? {
    fix(places, applicability) { _ in text }
  }

  /// Whether all of a file could be read, so that it may be edited.
  private func isSound(_ path: String) -> Bool {
    let inside = PathText.rest(of: path, below: tree.root) ?? path
    return tree.files[inside].map { $0.isReadable && $0.yaml?.faults.isEmpty ?? true } ?? false
  }

  private static func merged(_ files: [Fix.FileEdits]) -> [Fix.FileEdits] {
    Dictionary(grouping: files, by: \.path).sorted { $0.key < $1.key }.map { path, files in
      Fix.FileEdits(path: path, edits: files.flatMap(\.edits).sorted { $0.range < $1.range })
    }
  }
}

extension DeclaredClaim {
  /// What it says in a message.
  var shown: String { written.map { "\"\($0.text)\"" } ?? "in \(PathText.parent(of: location.path))/" }
}

extension String {
  fileprivate static func spelling(_ text: String, _ word: String) -> String {
    "status \"\(text)\" is written \"\(word)\""
  }
  fileprivate static func notAStatus(_ text: String, _ subject: Subject) -> String {
    "\"\(text)\" is not a status of \(subject.kind)s"
  }
  fileprivate static func otherBox(_ text: String, _ box: String) -> String {
    "box \"\(text)\" is written \"\(box)\""
  }
  fileprivate static func notABox(_ text: String) -> String { "box \"\(text)\" has no meaning here" }
  fileprivate static func twoStatuses(
    _ subject: Subject, _ here: DeclaredClaim, _ there: DeclaredClaim, _ root: String
  ) -> String {
    let path = PathText.rest(of: there.location.path, below: root) ?? there.location.path
    let place = here.location.path == there.location.path ? "elsewhere in the file" : "in \(path)"
    return there.written == nil
      ? "\(subject.described) is \(here.shown) here, but its file is \(there.shown)"
      : "\(subject.described) is \(here.shown) here, but \(there.shown) \(place)"
  }
  fileprivate static func tooEarly(_ subject: Subject, _ status: DeclaredClaim, _ open: Int, of count: Int)
    -> String
  {
    "\(subject.described) is \(status.shown), but "
      + (count == 1
        ? "its only part is open" : "\(open) of its \(count) parts \(open == 1 ? "is" : "are") open")
  }
  fileprivate static func tooLate(_ subject: Subject, _ status: DeclaredClaim, _ count: Int) -> String {
    "\(subject.described) is \(status.shown), but "
      + (count == 1 ? "its only part is finished" : "all of its \(count) parts are finished")
  }
  fileprivate static func begun(
    _ subject: Subject, _ status: DeclaredClaim, _ part: Subject, _ partStatus: DeclaredClaim
  ) -> String {
    "\(subject.described) is \(status.shown), but \(part.described) is \(partStatus.shown)"
  }
  fileprivate static func unchecked(_ subject: Subject, _ status: DeclaredClaim, _ open: Int, of count: Int)
    -> String
  {
    "\(subject.described) is \(status.shown), but "
      + (count == 1
        ? "the only box below it is open"
        : "\(open) of \(count) boxes below it \(open == 1 ? "is" : "are") open")
  }
}
