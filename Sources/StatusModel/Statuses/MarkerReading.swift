/// What a marker, or a status value of a state file, means.
package enum MarkerReading: Sendable, Equatable {
  /// A status in its standard spelling.
  case standard(Status)
  /// A legacy spelling with one certain meaning: other case, brackets, spaces, hyphens or underscores.
  case spelling(Status)
  /// A status followed by other words: certain, but the words have no place elsewhere.
  case worded(Status)
  /// `FAILED`: blocked when it can be tried again, abandoned when not; no tool decides that.
  case undecided
  /// Names statuses, in this order, but claims two things or a part of one: `PLANNED/BLOCKED`, `COMPLETED 90%`.
  case ambiguous([Status])
  /// Not a status of the vocabulary, and what was most likely meant.
  case unknown(suggestion: Status?)

  /// The status, where there is one with certainty.
  package var status: Status? {
    switch self {
    case .standard(let status), .spelling(let status), .worded(let status): status
    case .undecided, .ambiguous, .unknown: nil
    }
  }
}
