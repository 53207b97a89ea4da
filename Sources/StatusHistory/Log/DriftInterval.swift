/// A time in which two files disagreed about the status of a task.
package struct DriftInterval: Sendable {
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

  /// How long it was, in seconds, until `now` if it goes on; none if clocks were wrong.
  package func seconds(until now: Int) -> Int { max(0, (last?.time ?? now) - first.time) }
}
