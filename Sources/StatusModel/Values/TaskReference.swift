import StatusText

/// A task that a field names.
package struct TaskReference: Hashable, Sendable {
  /// The task's number, at least 1.
  package var number: Int
  /// Its digits; for a task within a range the whole range, `105-107`.
  package var range: ByteRange
}
