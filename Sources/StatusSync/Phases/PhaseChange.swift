import StatusModel

/// The change of one phase.
struct PhaseChange {
  /// A date that the phase gets.
  struct Stamp: Equatable {
    /// The event.
    let event: StatusEvent
    /// When, an instant.
    let timestamp: Timestamp
    /// Why, for Blocked and Abandoned.
    let reason: String?
  }

  /// The index of the phase in its plan.
  let phase: Int
  /// Its status before; nil if it had none.
  let old: Status?
  /// Its status afterwards.
  var new: Status
  /// The dates that it gets, each event once.
  var stamps: [Stamp] = []

  /// Adds a date; a later date of the same event replaces an earlier one.
  mutating func add(_ stamp: Stamp) {
    stamps.removeAll { $0.event == stamp.event }
    stamps.append(stamp)
  }
}
