import StatusModel

/// What a commit did to a task or a phase.
package struct HistoryEvent: Sendable {
  /// What kind of thing happened.
  package enum Kind: String, Sendable {
    /// The task was not there before.
    case appeared
    /// The status is another one.
    case moved
    /// The date of its start is another one, or gone.
    case restarted = "started-changed"
    /// The task was put away.
    case archived
    /// The task or phase is in none of the files any more.
    case vanished
    /// A file cannot be understood from here on.
    case unreadable
  }

  /// What kind of thing happened.
  package let kind: Kind
  /// The tree's directory.
  package let root: String
  /// The directory that the tree had at first, where it has been moved since.
  package internal(set) var firstRoot: String?
  /// The task; nil for a plan or a file that does not belong to a task.
  package let task: Int?
  /// The phase; nil for a task.
  package let phase: String?
  /// The status before; nil where there was none.
  package let old: Status?
  /// The status afterwards; nil where there is none.
  package let new: Status?
  /// The files that say so, sorted.
  package internal(set) var files: [String]
  /// The rule that it breaks; nil for what is legal.
  package let rule: String?
  /// What there is to say besides: the two dates of a start, or why a file cannot be understood.
  package var remark: String?
  /// Whether the file only says now what another file has said before.
  package var follows = false
}
