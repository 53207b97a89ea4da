/// The lines of a text that are not those of an earlier one. Line ends are not compared: an editor or git may have replaced
/// them all.
///
/// Lines that both texts have once are the anchors (patience diff), and what is between two anchors is compared in the
/// same way. It takes linear time, but for sorting: what cannot be told apart soon counts as changed.
package struct ChangedLines: Sendable {
  /// Where the changed lines are, in order, each with its line end.
  private var ranges: [ByteRange] = []
  private let byteCount: Int

  /// The lines of `new` that are changed or added. Where lines are only removed, it is the line before them.
  package init(from old: [UInt8], to new: [UInt8]) {
    byteCount = new.count
    if old == new { return }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let lines = Array(new.lines(in: ByteRange(0, new.count)))
    let before = old.lines(in: ByteRange(0, old.count)).map { number(old[$0.indices]) }
    var comparison = LineComparison(before, lines.map { number(new[$0.indices]) })
    for line in comparison.changedLines() {
      ranges.append(ByteRange(lines[line].lower, new.nextLine(after: lines[line].upper)))
    }
    // An empty file has lost all of its lines.
    if ranges.isEmpty, lines.isEmpty, !before.isEmpty { ranges = [.zero] }
  }

  /// Whether the texts have the same lines.
  package var isEmpty: Bool { ranges.isEmpty }

  /// Whether one of the bytes in `range` is in a changed line; for an empty range, the place where it is.
  package func touch(_ range: ByteRange) -> Bool {
    let next = ranges.partitioningIndex { $0.upper > range.lower }
    guard next < ranges.count else {
      return range.lower >= byteCount && ranges.last.map { $0.upper == byteCount } ?? false
    }
    return ranges[next].lower < max(range.upper, range.lower + 1)
  }
}
