/// The stretches of a document that belong to certain sections, as ranges of indices that do not overlap.
struct Sections {
  /// The stretches, in order.
  private(set) var ranges: [Range<Int>] = []

  /// Adds a stretch after all others.
  mutating func append(_ range: Range<Int>) { ranges.append(range) }

  /// The indices in the stretches, in order.
  var indices: [Int] { ranges.flatMap { $0 } }

  /// Whether one of the stretches contains `index`.
  func contains(_ index: Int) -> Bool {
    let place = ranges.partitioningIndex { $0.upperBound > index }
    return place < ranges.count && ranges[place].contains(index)
  }
}
