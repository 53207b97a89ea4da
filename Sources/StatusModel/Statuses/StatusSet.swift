/// Several statuses. Bits rather than a `Set`, whose hash tables take longer to set up at every start than a small
/// tree takes to check.
package struct StatusSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// A bit for each code; codes from 64 on are in no set.
  private var bits: UInt64 = 0

  /// The set of `statuses`.
  package init(_ statuses: [Status]) {
    for status in statuses { insert(status) }
  }

  /// The set of a literal's statuses.
  package init(arrayLiteral statuses: Status...) { self.init(statuses) }

  /// Whether it has none.
  package var isEmpty: Bool { bits == 0 }

  /// Whether it has `status`.
  package func contains(_ status: Status) -> Bool { bits & Self.bit(status) != 0 }

  /// Adds `status`; whether it was new.
  @discardableResult package mutating func insert(_ status: Status) -> Bool {
    let before = bits
    bits |= Self.bit(status)
    return bits != before
  }

  /// Adds the statuses of `other`.
  package mutating func formUnion(_ other: StatusSet) { bits |= other.bits }

  /// Its statuses but for those of `other`.
  package func subtracting(_ other: StatusSet) -> StatusSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }

  // A shift by more bits than there are gives 0.
  private static func bit(_ status: Status) -> UInt64 { 1 << status.code }
}

extension StatusSet: Sequence {
  /// The statuses, by code.
  package func makeIterator() -> AnyIterator<Status> {
    var rest = bits
    return AnyIterator {
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return Status(code: UInt8(rest.trailingZeroBitCount))
    }
  }
}
