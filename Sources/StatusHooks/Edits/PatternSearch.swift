/// Finds a sequence in another one in linear time, whatever they contain (Knuth, Morris and Pratt).
struct PatternSearch<Element: Equatable> {
  private let pattern: [Element]
  /// For each length of a part that matches, how much of it still matches one step further.
  private let fallback: [Int]

  /// A search for `pattern`, which is not empty.
  init(_ pattern: [Element]) {
    self.pattern = pattern
    var fallback = [0]
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = fallback[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      fallback.append(length)
    }
    self.fallback = fallback
  }

  /// The indices in `elements` at which the pattern begins, of occurrences that do not overlap; at most `limit`.
  func places(in elements: ArraySlice<Element>, limit: Int) -> [Int] {
    var places: [Int] = []
    var length = 0
    var index = elements.startIndex
    while index < elements.endIndex {
      if length == 0 {
        guard let start = elements[index...].firstIndex(of: pattern[0]) else { break }
        index = start
      }
      while length > 0, elements[index] != pattern[length] { length = fallback[length - 1] }
      if elements[index] == pattern[length] { length += 1 }
      index += 1
      guard length == pattern.count else { continue }
      places.append(index - length)
      if places.count == limit { break }
      length = 0
    }
    return places
  }
}
