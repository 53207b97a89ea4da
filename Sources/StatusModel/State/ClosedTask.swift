import StatusText

/// A task that is on record as finished or archived.
package struct ClosedTask: Sendable {
  /// Its number.
  package let number: Int
  /// Its `project_name`.
  package let name: String?
  /// Where its number stands.
  package let range: ByteRange
  /// The keys of its record that hold dates, in order; not read from an archive.
  package var timestamps: [TimestampClaim] = []
}
