/// A time in which two files disagreed about the status of a task.
package struct DriftInterval: HistoricInterval {
  /// The tree's directory.
  package let root: String
  /// The task.
  package let task: Int
  /// What the two files said when it began.
  package let claims: [HistoricClaim]
  /// The commit with which it began.
  package let first: LoggedCommit
  /// The commit with which it ended; nil if it goes on.
  package internal(set) var last: LoggedCommit?
}
