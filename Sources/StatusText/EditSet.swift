/// The edits of one file, as one change: sorted, without overlap, all relative to the same bytes.
///
/// Two edits may touch; only two insertions at one place have no order, so they are not one set.
package struct EditSet: Hashable, Sendable {
  /// The edits, by place.
  package let edits: [TextEdit]

  /// No edits.
  package init() { edits = [] }

  /// `edits` in any order; nil where two of them overlap, or insert at the same place.
  package init?(_ edits: [TextEdit]) {
    let sorted = edits.sorted { $0.range < $1.range }
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      if right.range.start < left.range.end { return nil }
      if left.range.isEmpty && left.range == right.range { return nil }
    }
    self.edits = sorted
  }

  /// Edits that are sorted and do not overlap.
  private init(sorted edits: [TextEdit]) { self.edits = edits }

  /// Whether nothing changes, whatever the bytes.
  package var isEmpty: Bool { edits.isEmpty }

  /// `bytes` with the edits made, and all others as they were; nil where an edit lies beyond their end.
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

  /// The one set that does what these edits do, followed by `next`, which is relative to what they give. Takes time in
  /// proportion to both.
  package func followed(by next: EditSet) -> EditSet {
    if isEmpty { return next }
    if next.isEmpty { return self }
    var composition = EditComposition(edits, next.edits)
    return EditSet(sorted: composition.compose())
  }
}
