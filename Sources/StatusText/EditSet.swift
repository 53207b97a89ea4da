/// The edits of one file as one change: sorted, without overlap, all relative to the same bytes.
///
/// Two edits may touch. But two insertions at the same position have no order, so they are not one set.
package struct EditSet: Hashable, Sendable {
  /// The edits, by position.
  package let edits: [TextEdit]

  /// No edits.
  package init() { edits = [] }

  /// `edits` in any order; nil if two of them overlap or insert at the same position.
  package init?(_ edits: [TextEdit]) {
    let sorted = edits.sorted { $0.range < $1.range }
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      if right.range.start < left.range.end { return nil }
      if left.range.isEmpty && left.range == right.range { return nil }
    }
    self.edits = sorted
  }

  /// A set of edits that are sorted and do not overlap.
  private init(sorted edits: [TextEdit]) { self.edits = edits }

  /// Whether there are no edits.
  package var isEmpty: Bool { edits.isEmpty }

  /// `bytes` after the edits; nil if an edit is beyond their end.
  package func applied(to bytes: [UInt8]) -> [UInt8]? {
    guard edits.last.map({ $0.range.upper <= bytes.count }) ?? true else { return nil }
    let growth = edits.reduce(0) { $0 + $1.replacement.count - $1.range.count }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + growth)
    var offset = 0
    for edit in edits {
      output.append(contentsOf: bytes[offset..<edit.range.lower])
      output.append(contentsOf: edit.replacement)
      offset = edit.range.upper
    }
    output.append(contentsOf: bytes[offset...])
    return output
  }

  /// One set that has the same effect as these edits followed by `next`, which is relative to their result.
  /// Takes linear time.
  package func followed(by next: EditSet) -> EditSet {
    if isEmpty { return next }
    if next.isEmpty { return self }
    var composition = EditComposition(edits, next.edits)
    return EditSet(sorted: composition.compose())
  }
}
