import StatusClaims
import StatusModel

/// What a revision says of a subject of another format.
struct SubjectState: Sendable {
  /// What it is, and what it is called.
  let subject: HistoricSubject
  /// What it is about.
  let title: String
  /// The id of what it is a part of.
  let parent: String?
  /// Its status, as the format writes it; nil without one.
  let status: SubjectStatus?
  /// The places that say a status, the leading one first.
  let claims: [SubjectClaim]

  /// What is said of `subject`.
  init(_ subject: PlanSubject) {
    self.subject = HistoricSubject(kind: subject.kind, id: subject.id, names: subject.names)
    title = subject.title
    parent = subject.parent
    status = subject.status.map { SubjectStatus($0, subject.stage, in: subject.statuses) }
    claims = subject.statusClaims.map { claim in
      SubjectClaim(
        file: claim.place.location.path, name: claim.name,
        status: SubjectStatus(claim.word ?? claim.place.text, subject.stage(in: claim), in: subject.statuses),
        counts: claim.isKept && claim.word != nil)
    }
  }

  /// What contradicts each other: a place says that the subject is done, and another that it is not.
  var contradiction: [SubjectClaim]? {
    let said = claims.filter(\.counts)
    let isDone = said.contains { $0.status.stage == .done }
    return isDone && said.contains(where: { $0.status.stage == .open || $0.status.stage == .active })
      ? said : nil
  }

  /// The files that say its status, sorted.
  var files: [String] { Set(claims.lazy.filter { $0.status.text == status?.text }.map(\.file)).sorted() }
}
