/// A time in which places contradicted each other about a subject.
package struct SubjectInterval: HistoricInterval {
  /// The root that keeps the subject.
  package let root: HistoricRoot
  /// The subject.
  package let subject: HistoricSubject
  /// What each place said when it began.
  package let claims: [SubjectClaim]
  /// The commit with which it began.
  package let first: LoggedCommit
  /// The commit with which it ended; nil if it goes on.
  package internal(set) var last: LoggedCommit?
}
