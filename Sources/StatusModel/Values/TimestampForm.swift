/// How a timestamp is spelled: the two standard forms and what real trees have instead.
///
/// A spelling that differs in several ways has the form that comes last here.
package enum TimestampForm: UInt8, Sendable, CaseIterable {
  /// `2025-12-28`, standard.
  case date
  /// `2025-12-28T10:15:00Z`, standard.
  case full
  /// `2025-12-28t10:15:00z`.
  case lowercase
  /// `2025-12-28T10:15:00.123Z`.
  case fractional
  /// `2025-12-28T10:15:00+01:00`, also `+0100` and `+01`.
  case offset
  /// `2025-12-28T10:15:00+00:00Z`; an offset other than zero and a Z contradict each other.
  case offsetWithZ
  /// `2025-12-28T10:15:00`: no zone, read as UTC.
  case noZone
  /// `2025-12-28T10:15Z`: no seconds.
  case minutes
  /// `2025-12-28 10:15`, with or without seconds, zone, AM and PM.
  case spaced
  /// `2025-1-5`.
  case unpadded
  /// `2025/12/28` or `2025.12.28`: the year comes first, so that it has one meaning.
  case separated
  /// `20251228`.
  case compact
  /// `December 28, 2025` or `28 Dec 2025`.
  case named

  /// Whether the standard has it.
  package var isStandard: Bool { self == .date || self == .full }
}
