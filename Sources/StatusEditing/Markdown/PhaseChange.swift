import StatusModel

/// The change of one phase.
package struct PhaseChange {
  /// A date that the phase gets.
  package struct Stamp: Equatable {
    /// The event.
    package let event: StatusEvent
    /// When, an instant.
    package let timestamp: Timestamp
    /// Why, for Blocked and Abandoned.
    package let reason: String?

    /// A date of `event`.
    package init(event: StatusEvent, timestamp: Timestamp, reason: String?) {
      self.event = event
      self.timestamp = timestamp
      self.reason = reason
    }
  }

  /// The index of the phase in its plan.
  package let phase: Int
  /// Its status before; nil if it had none.
  package let old: Status?
  /// Its status afterwards.
  package var new: Status
  /// The dates that it gets, each event once.
  package private(set) var stamps: [Stamp] = []

  /// The change from `old` to `new`, without dates.
  package init(phase: Int, old: Status?, new: Status) {
    self.phase = phase
    self.old = old
    self.new = new
  }

  /// Adds a date; a later date of the same event replaces an earlier one.
  package mutating func add(_ stamp: Stamp) {
    stamps.removeAll { $0.event == stamp.event }
    stamps.append(stamp)
  }
}
