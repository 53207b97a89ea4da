import StatusModel

/// A point in time as people and scripts give it.
package enum MomentArgument {
  /// Seconds since 1970, UTC, from `1766916000` or `2025-12-28T10:00:00Z`; nil for anything else.
  package static func seconds(_ text: String) -> Int? {
    if let seconds = Int(text) { return seconds }
    guard let found = Timestamp.read(text).found, found.form == .full else { return nil }
    return found.timestamp.secondsSince1970
  }
}
