extension Array where Element == UInt8 {
  /// `range` without those of `characters` that are at its ends.
  package func trimmed(_ range: ByteRange, of characters: StaticString) -> ByteRange {
    var (lower, upper) = (range.lower, range.upper)
    while lower < upper, ASCII.isOne(self[lower], of: characters) { lower += 1 }
    while upper > lower, ASCII.isOne(self[upper - 1], of: characters) { upper -= 1 }
    return ByteRange(lower, upper)
  }
}
