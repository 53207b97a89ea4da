/// Something that a plan keeps: a task, a story, a change; with everything that is said about it.
package struct PlanSubject: Sendable {
  /// What it is: "task", "change".
  package let kind: String
  /// The id in its normal form, with that of what it belongs to: "add-login/1.2".
  package let id: String
  /// What else it is called, as long as nothing else is.
  package var names: [String] = []
  /// What it is about, in one line; may be empty.
  package let title: String
  /// The id of what it is a part of.
  package var parent: String?
  /// What each place says, that of the leading one first.
  package var claims: [PlanClaim]
  /// The statuses that it can have.
  package let statuses: Vocabulary
  /// The status, as the format writes it, or as it is written if the format does not know it; nil without one.
  package let status: String?
  /// How far it is; nil if that cannot be told.
  package let stage: Vocabulary.Stage?
  /// Whether it is a step of something else and has no page of its own, so that only its number is of interest in a list.
  package var isStep = false
  /// Whether it has to be done.
  package var isWanted = true

  /// A subject whose status is that of its first claim of one; `stage` is how far it is, where the status does not say.
  package init(
    kind: String, id: String, title: String, claims: [PlanClaim], statuses: Vocabulary,
    stage: Vocabulary.Stage? = nil
  ) {
    self.kind = kind
    self.id = id
    self.title = title
    self.claims = claims
    self.statuses = statuses
    let leading = claims.first { $0.facet == .status }
    status = leading.map { $0.word ?? $0.place.text }.flatMap { $0.isEmpty ? nil : $0 }
    self.stage = stage ?? status.flatMap { statuses.read($0).stage }
  }

  /// The claims about its status.
  package var statusClaims: [PlanClaim] { claims.filter { $0.facet == .status } }
}

extension PlanSubject {
  /// How far it is, as `claim` says; nil if the place says no status.
  package func stage(in claim: PlanClaim) -> Vocabulary.Stage? {
    claim.word.flatMap { statuses.read($0).stage }
  }

  /// Whether one of its claims is in `file`.
  package func stands(in file: PlanFile) -> Bool {
    claims.contains { $0.place.location.path == file.source.path }
  }
}
