/// When a task or a phase has got the status that it has, as the history of its repository knows it.
package struct StatusArrival: Hashable, Sendable {
  /// The status.
  package let status: Status
  /// The date of the commit in which it first had that.
  package let time: Timestamp

  /// The date as files have it.
  package var found: FoundTimestamp {
    FoundTimestamp(timestamp: time, form: .full, range: .zero, isExact: true)
  }

  /// It had `status` from that time on.
  package init(_ status: Status, at time: Timestamp) {
    self.status = status
    self.time = time
  }
}
