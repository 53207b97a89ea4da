import StatusText

extension JSONTree {
  /// The value whose bytes are exactly `range`, or nil. A binary search.
  package func value(at range: ByteRange) -> JSONValue? {
    let index = firstNode(from: range.lower)
    return index < nodes.count && nodes[index].range == range ? JSONValue(tree: self, index: index) : nil
  }

  /// The member whose key, with its quotes, is exactly `key`, or nil. A binary search.
  package func member(withKeyAt key: ByteRange) -> JSONValue? {
    let index = firstNode(from: key.upper)
    return index < nodes.count && nodes[index].key == key ? JSONValue(tree: self, index: index) : nil
  }

  /// The object or array that contains `value`; nil for the root. Walks back over the values before it.
  package func parent(of value: JSONValue) -> JSONValue? {
    nodes[..<value.index].lastIndex { Int($0.next) > value.index }.map { JSONValue(tree: self, index: $0) }
  }

  /// The index of the first node that begins at or after `offset`.
  private func firstNode(from offset: Int) -> Int {
    nodes.partitioningIndex { $0.range.lower >= offset }
  }
}
