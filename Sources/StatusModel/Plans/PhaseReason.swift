import StatusText

/// Whether a phase says why it is blocked or abandoned.
enum PhaseReason {
  /// A reason stands in a field of its own, or after the date: `2025-12-28T10:00:00Z, Reason: no licence`.
  static func isGiven(fields: [Field], timestamps: [TimestampClaim], in source: SourceText) -> Bool {
    let named = fields.contains { field in
      switch field.name {
      case .reason, .blockingReason, .abandonmentReason, .blocker, .blockers, .blockedBy, .blockedOn:
        !field.region.isEmpty
      default: false
      }
    }
    return named || timestamps.contains { claim in
      (claim.event == .blocked || claim.event == .abandoned) && hasReason(claim.valueRange, in: source.bytes)
    }
  }

  /// Whether `Reason:` and something after it stand in `range`.
  private static func hasReason(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    let word = Array("reason:".utf8)
    guard range.count > word.count else { return false }
    for start in range.lower..<(range.upper - word.count)
    where word.indices.allSatisfy({ ASCII.lowercased(bytes[start + $0]) == word[$0] }) {
      return bytes[(start + word.count)..<range.upper].contains { !ASCII.isWhitespace($0) && $0 != 0x2A }
    }
    return false
  }
}
