/// How many single-byte changes lie between two words (Levenshtein, with neighbors swapped as one change).
package enum EditDistance {
  /// The distance, or `limit` when it is at least that; time and memory are bounded by `limit`.
  package static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard abs(left.count - right.count) < limit else { return limit }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      var smallest = row + 1
      for column in 0..<right.count {
        let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
        var distance = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current.append(distance)
        smallest = min(smallest, distance)
      }
      if smallest >= limit { return limit }
      (beforePrevious, previous) = (previous, current)
    }
    return min(previous[right.count], limit)
  }

  /// The one of `names` that `name` most likely means; nil if none is similar.
  package static func closest(to name: String, among names: [String]) -> String? {
    let ranked = names.map { ($0, between(Array(name.utf8), Array($0.utf8), limit: 4)) }
    return ranked.filter { $0.1 < 4 && $0.1 * 2 < name.utf8.count }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}
