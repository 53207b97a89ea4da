import StatusText

/// Finds duplicate keys in objects, in less than quadratic time for any keys.
struct JSONDuplicateSearch {
  private var found: [DuplicateJSONKey] = []
  // The members of the current object; reused to avoid allocations.
  private var members: [UInt32] = []

  /// Up to this number, keys are compared in pairs. More keys are sorted, which is fast for any keys.
  private static let fewKeys = 32

  /// The results, in document order.
  var inOrder: [DuplicateJSONKey] { found.sorted { $0.range < $1.range } }

  /// Searches the object at `container`, whose nodes are complete.
  mutating func search(
    _ container: Int, of nodes: [JSONTree.Node], in bytes: UnsafeBufferPointer<UInt8>
  ) {
    members.removeAll(keepingCapacity: true)
    nodes.withUnsafeBufferPointer { nodes in
      var index = container + 1
      while index < nodes.count {
        members.append(UInt32(truncatingIfNeeded: index))
        index = Int(nodes[index].next)
      }
      if members.count > Self.fewKeys {
        searchSorted(nodes, bytes)
      } else {
        searchEach(nodes, bytes)
      }
    }
  }

  private mutating func searchEach(
    _ nodes: UnsafeBufferPointer<JSONTree.Node>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    // One bit for each of 64 classes of keys. Only a key whose bit is set can have a duplicate before it.
    var seen: UInt64 = 0
    for place in members.indices {
      let node = nodes[Int(members[place])]
      let bit: UInt64 = 1 << (node.keyHasEscapes ? 0 : Self.keyClass(node.key, bytes))
      if seen & (bit | 1) != 0 || bit == 1 && seen != 0 {
        let first = members[..<place].first { Self.compare(nodes[Int($0)], node, bytes) == 0 }
        if let first { found.append(DuplicateJSONKey(range: node.key, first: nodes[Int(first)].key)) }
      }
      seen |= bit
    }
  }

  private mutating func searchSorted(
    _ nodes: UnsafeBufferPointer<JSONTree.Node>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    members.sort { left, right in
      let order = Self.compare(nodes[Int(left)], nodes[Int(right)], bytes)
      return order == 0 ? left < right : order < 0
    }
    guard var first = members.first.map({ nodes[Int($0)] }) else { return }
    for member in members.dropFirst() {
      let node = nodes[Int(member)]
      if Self.compare(first, node, bytes) == 0 {
        found.append(DuplicateJSONKey(range: node.key, first: first.key))
      } else {
        first = node
      }
    }
  }

  /// A number from 1 to 63 that is the same for equal keys without escapes.
  private static func keyClass(_ key: ByteRange, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // The first byte after the quote and the middle byte; in an empty key both are the closing quote.
    let first = UInt64(bytes[key.lower + 1])
    let middle = UInt64(bytes[key.lower + key.count / 2])
    let last = UInt64(bytes[key.upper - 2])
    return (first &* 7 &+ middle &* 31 &+ last &* 3 &+ UInt64(key.count)) % 63 + 1
  }

  private static func compare(
    _ left: JSONTree.Node, _ right: JSONTree.Node, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    JSONScalars.compare(
      bytes, left.key, right.key, haveEscapes: left.keyHasEscapes || right.keyHasEscapes)
  }
}
