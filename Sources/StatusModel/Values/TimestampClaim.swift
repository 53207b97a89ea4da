import StatusText

/// A date as some file claims it, with its place.
package struct TimestampClaim: Sendable {
  /// What kind of place it is in: that decides the form it should have.
  package enum Place: Sendable, CaseIterable {
    /// A field of a task in TODO.md.
    case taskField
    /// A field of a phase, or a bracket below its heading.
    case phaseField
    /// A key of a state file that is named after an event.
    case statusChange
    /// `created`, `_last_updated`, `extracted_at` of a state file.
    case record
    /// `last_updated` of a state file.
    case lastUpdated
    /// Last Updated at the head of TODO.md.
    case taskListHeader
  }

  /// What happened; nil if nothing of a task's life did (`created`).
  package let event: StatusEvent?
  /// What kind of place it is in.
  package let place: Place
  /// The field's name or the key, as written, without quotes and asterisks.
  package let name: String
  /// Where the name is; with its quotes in JSON.
  package let nameRange: ByteRange
  /// Where the value is, without quotes.
  package let valueRange: ByteRange
  /// What the value says.
  package let reading: TimestampReading
}
