extension RandomAccessCollection where Index == Int {
  /// The index of the first element that `belongsInSecondPart`, in a collection where no element that does comes before
  /// one that does not; the end index when none does. Takes logarithmic time.
  @inlinable package func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
