import StatusModel

/// What a commit did to a subject of another format.
package struct SubjectEvent: Sendable {
  /// What kind of thing happened; a subject is never archived or begun anew.
  package let kind: HistoryEvent.Kind
  /// The root that keeps the subject.
  package let root: HistoricRoot
  /// What the subject is, and its id; nil for a file.
  package let subject: HistoricSubject?
  /// The status before; nil where there was none.
  package let old: SubjectStatus?
  /// The status afterwards; nil where there is none.
  package let new: SubjectStatus?
  /// The files that say so, sorted.
  package let files: [String]
  /// The rule that it breaks; nil for what is legal.
  package let rule: String?
  /// Why a file cannot be understood.
  package let remark: String?

  init(
    _ kind: HistoryEvent.Kind, _ root: HistoricRoot, _ subject: HistoricSubject? = nil,
    old: SubjectStatus? = nil, new: SubjectStatus? = nil, files: [String] = [], rule: String? = nil,
    remark: String? = nil
  ) {
    self.kind = kind
    self.root = root
    self.subject = subject
    self.old = old
    self.new = new
    self.files = files
    self.rule = rule
    self.remark = remark
  }
}
