import StatusText

extension JSONTree {
  /// The value whose bytes are exactly `range`; nil where there is none. A binary search.
  package func value(at range: ByteRange) -> JSONValue? {
    let index = firstNode(from: range.lower)
    return index < nodes.count && nodes[index].range == range ? JSONValue(tree: self, index: index) : nil
  }

  /// The member whose key, with its quotes, is exactly `key`; nil where there is none. A binary search.
  package func member(withKeyAt key: ByteRange) -> JSONValue? {
    let index = firstNode(from: key.upper)
    return index < nodes.count && nodes[index].key == key ? JSONValue(tree: self, index: index) : nil
  }

  /// The object or array that holds `value`; nil for the root. A walk back over what stands before it there.
  package func parent(of value: JSONValue) -> JSONValue? {
    nodes[..<value.index].lastIndex { Int($0.next) > value.index }.map { JSONValue(tree: self, index: $0) }
  }

  /// The index of the first node that begins at `offset` or behind it.
  private func firstNode(from offset: Int) -> Int {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].range.lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
