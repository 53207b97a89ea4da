/// Several statuses. Bits rather than a `Set`, whose hash tables take longer to set up at every start than a small
/// tree takes to check.
package struct StatusSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// A bit for each code.
  private var words = SIMD4<UInt64>()

  /// The set of `statuses`.
  package init(_ statuses: [Status]) {
    for status in statuses { insert(status) }
  }

  /// The set of a literal's statuses.
  package init(arrayLiteral statuses: Status...) { self.init(statuses) }

  /// Whether it has none.
  package var isEmpty: Bool { words == SIMD4() }

  /// Whether it has `status`.
  package func contains(_ status: Status) -> Bool { words[Self.word(status)] & Self.bit(status) != 0 }

  /// Adds `status`; whether it was new.
  @discardableResult package mutating func insert(_ status: Status) -> Bool {
    if contains(status) { return false }
    words[Self.word(status)] |= Self.bit(status)
    return true
  }

  /// Takes `status` away.
  mutating func remove(_ status: Status) { words[Self.word(status)] &= ~Self.bit(status) }

  /// Adds the statuses of `other`.
  package mutating func formUnion(_ other: StatusSet) { words |= other.words }

  /// Its statuses and those of `other`.
  package func union(_ other: StatusSet) -> StatusSet {
    var both = self
    both.formUnion(other)
    return both
  }

  /// Its statuses but for those of `other`.
  package func subtracting(_ other: StatusSet) -> StatusSet {
    var rest = self
    rest.words &= ~other.words
    return rest
  }

  private static func word(_ status: Status) -> Int { Int(status.code >> 6) }
  private static func bit(_ status: Status) -> UInt64 { 1 << UInt64(status.code & 63) }
}

extension StatusSet: Sequence {
  /// Gives the statuses of a set, by code.
  package struct Iterator: IteratorProtocol {
    private var rest: SIMD4<UInt64>
    private var word = 0

    fileprivate init(_ words: SIMD4<UInt64>) { rest = words }

    /// The next status.
    package mutating func next() -> Status? {
      while word < 4, rest[word] == 0 { word += 1 }
      guard word < 4 else { return nil }
      let bit = rest[word].trailingZeroBitCount
      rest[word] &= rest[word] - 1
      return Status(code: UInt8(word * 64 + bit))
    }
  }

  /// The statuses, by code.
  package func makeIterator() -> Iterator { Iterator(words) }
}
