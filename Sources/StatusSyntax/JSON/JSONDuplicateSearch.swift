import StatusText

/// Finds the keys that an object has more than once, in less than quadratic time on any keys.
struct JSONDuplicateSearch {
  private var found: [DuplicateJSONKey] = []
  // The members of the object at hand; kept from object to object for its memory.
  private var members: [UInt32] = []

  /// Up to so many keys are compared one by one; more are sorted, which no choice of keys can make slow.
  private static let fewKeys = 32

  /// What was found, in the order of the document.
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
    // A bit for each of 64 classes of keys: only one whose bit is set can have an equal before it.
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

  /// A number from 1 to 63 that equal keys without escapes have in common.
  private static func keyClass(_ key: ByteRange, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // The first byte after the quote and the middle one; both are the closing quote in an empty key.
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
