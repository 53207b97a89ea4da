/// The reason that a status needs beside it: why something is blocked, or why it was abandoned. No other status needs
/// one.
package enum HaltReason: Sendable, CaseIterable {
  case blocking, abandonment

  /// The reason that `status` needs; nil if it needs none.
  package init?(for status: Status?) {
    switch status {
    case .blocked: self = .blocking
    case .abandoned: self = .abandonment
    default: return nil
    }
  }

  /// The status that needs it.
  package var status: Status { self == .blocking ? .blocked : .abandoned }

  /// What happened for this reason.
  package var event: StatusEvent { self == .blocking ? .blocked : .abandoned }

  /// The field of TODO.md.
  package var field: FieldName { self == .blocking ? .blockingReason : .abandonmentReason }

  /// The key of state files that the standard has.
  package var key: String { keys[0] }

  /// The keys of state files that hold nothing else, the standard one first.
  package var keys: [String] {
    switch self {
    case .blocking: ["blocking_reason", "blocker_reason", "blocked_reason", "block_reason", "blockedReason"]
    case .abandonment: ["abandonment_reason", "abandoned_reason", "abandon_reason", "abandonedReason"]
    }
  }

  /// Other keys of state files that say as much.
  var relatedKeys: [String] {
    switch self {
    case .blocking: ["blocked_by", "blocker", "blockers", "blocked_on"]
    case .abandonment: ["superseded_by"]
    }
  }
}

extension Status {
  /// Whether something of this status must say why.
  package var needsReason: Bool { HaltReason(for: self) != nil }
}
