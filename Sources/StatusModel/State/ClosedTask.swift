import StatusText

/// A task that is recorded as finished or archived.
package struct ClosedTask: Sendable {
  /// Its number.
  package let number: Int
  /// Its `project_name`.
  package let name: String?
  /// Where its number is.
  package let range: ByteRange
  /// Where all of it is: its record, or its number alone.
  package let record: ByteRange
  /// The recorded status: its own, or the one that the name of the list implies.
  package var status: Status?
  /// Where its own status is; nil where it has none.
  package var statusRange: ByteRange?
  /// The keys of its record that hold dates, in order; not read from an archive.
  package var timestamps: [TimestampClaim] = []
}
