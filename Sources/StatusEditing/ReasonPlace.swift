import StatusModel

/// Where the files of a task say why it was blocked or abandoned.
package struct ReasonPlace: Sendable {
  /// The event whose reason it is.
  package let event: StatusEvent
  /// The field of TODO.md.
  package let field: FieldName
  /// The keys of state files, the standard one first.
  package let keys: [String]

  /// The key that the standard has.
  package var key: String { keys[0] }

  /// The places of both reasons.
  package static let all = [
    ReasonPlace(
      event: .blocked, field: .blockingReason, keys: ["blocking_reason", "blocker_reason", "blocked_reason"]),
    ReasonPlace(
      event: .abandoned, field: .abandonmentReason,
      keys: ["abandonment_reason", "abandoned_reason", "abandon_reason", "abandonedReason"]),
  ]
}
