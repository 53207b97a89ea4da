import StatusDiagnostics
import StatusModel
import StatusText

/// What a comment that suppresses findings has suppressed, once all other rules have checked the tree.
package struct SuppressionUse: Sendable {
  /// What a name in the comment is good for.
  package enum Verdict: Sendable, Equatable {
    /// It suppresses a finding, or could: a rule that it means did not run.
    case useful
    /// Every rule that it means has run, and has found nothing there.
    case useless
    /// It is not the name of a rule or family; a name that was most likely meant.
    case unknown(suggestion: String?)
    /// It is the name of a rule that a comment cannot suppress.
    case permanent
  }

  /// The file with the comment.
  package let source: SourceText
  /// What the file is, for severities.
  package let subject: Finding.Subject
  /// The task that the file is about; nil for several, or none.
  package let task: Int?
  /// The comment.
  package let comment: SuppressionComment
  /// For each of its names, what it is good for.
  package let verdicts: [Verdict]
  /// Whether it is to end earlier comments, and there is none to end.
  package let endsNothing: Bool

  /// What `comment` in `source` has suppressed, a file about `subject` and `task`.
  package init(
    _ comment: SuppressionComment, in source: SourceText, about subject: Finding.Subject, task: Int? = nil,
    verdicts: [Verdict], endsNothing: Bool
  ) {
    self.source = source
    self.subject = subject
    self.task = task
    self.comment = comment
    self.verdicts = verdicts
    self.endsNothing = endsNothing
  }
}
