import StatusModel

/// A change of a task's status, which every file of the task has to show.
package struct TaskChange: Sendable {
  /// The status before; nil where a file has none.
  package let old: Status?
  /// The status afterwards; the same where only a date or a reason is missing.
  package let new: Status
  /// When things happened. A file gets those of these dates that the new status needs.
  package let dates: [StatusEvent: Timestamp]
  /// Why the task is blocked or abandoned; nil for any other status, and where a file keeps the reason that it has.
  package let reason: String?
  /// The events that the change takes back: their dates go, and their reasons.
  package let undone: Set<StatusEvent>

  /// A change from `old` to `new`.
  package init(
    from old: Status?, to new: Status, dates: [StatusEvent: Timestamp], reason: String?,
    undone: Set<StatusEvent> = []
  ) {
    self.old = old
    self.new = new
    self.dates = dates
    self.reason = reason
    self.undone = undone
  }

  /// Whether the status is another one afterwards.
  var moves: Bool { old != new }
  /// The reasons that are not true any more. That of an abandonment stays if the task was not abandoned.
  package var reasonsTakenBack: [HaltReason] {
    HaltReason.allCases.filter { undone.contains($0.event) && ($0 == .blocking || old == .abandoned) }
  }
}
