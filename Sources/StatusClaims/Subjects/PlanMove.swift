/// A subject that is to get another status.
package struct PlanMove: Sendable {
  /// The subject, as it is.
  package let subject: PlanSubject
  /// The status that it is to have.
  package let status: Vocabulary.Word
  /// Whether its parts are closed with it.
  package var includesParts = false
  /// The status of what it belongs to, when the last part of that is done; nil to leave that alone.
  package var ownerStatus: String?
  /// When it happened, in seconds since 1970, UTC; nil for now.
  package var moment: Int?
  /// Whether a transition that is usually refused is meant.
  package var isMeant = false

  /// A move of `subject` to `status`.
  package init(_ subject: PlanSubject, to status: Vocabulary.Word) {
    self.subject = subject
    self.status = status
  }
}
