import StatusText

/// One value of a `YAMLTree`: the tree and an index, cheap to copy.
package struct YAMLValue: Sendable {
  /// The tree that contains the value.
  package let tree: YAMLTree
  /// Its index in `tree.nodes`.
  package let index: Int

  /// The value at `index` in the nodes of `tree`.
  package init(tree: YAMLTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  var node: YAMLTree.Node { tree.nodes[index] }

  /// The kind of the value.
  package var kind: YAMLTree.Kind { node.kind }
  /// How a scalar is written.
  package var style: YAMLTree.Style { node.style }
  /// The bytes of the value, with its quotes or brackets (`YAMLTree.Node.range`).
  package var range: ByteRange { node.range }

  /// The bytes of the key, with its quotes; empty if the value is not in a map.
  package var keyRange: ByteRange { node.key.range }
  /// The key of the value; empty if it is not in a map.
  package var key: String { YAMLScalar(tree.source.bytes, node.key).text }

  /// The text of a scalar; nil for any other value, and for null.
  package var text: String? {
    kind == .scalar && !isNull ? YAMLScalar(tree.source.bytes, node).text : nil
  }

  /// Whether this is nothing, `~` or `null` without quotes.
  package var isNull: Bool {
    guard kind == .scalar, style == .plain else { return false }
    switch range.count {
    case 0: return true
    case 1: return tree.source.bytes[range.lower] == UInt8(ascii: "~")
    case 4: return ["null", "Null", "NULL"].contains(tree.source.text(range))
    default: return false
    }
  }

  /// The entries of a map, including repeated keys, in document order; empty for any other value.
  package var entries: YAMLChildren { YAMLChildren(of: self, kind: .map) }
  /// The elements of a list in order; empty for any other value.
  package var elements: YAMLChildren { YAMLChildren(of: self, kind: .list) }

  /// The entry of a map with this key, or nil. If there are several, the last one. A linear search.
  package subscript(_ key: String) -> YAMLValue? {
    guard kind == .map else { return nil }
    let bytes = Array(key.utf8)
    var (index, found) = (self.index + 1, -1)
    while index < node.next {
      if tree.hasKey(key, bytes, at: index) { found = index }
      index = Int(tree.nodes[index].next)
    }
    return found < 0 ? nil : YAMLValue(tree: tree, index: found)
  }
}

extension YAMLTree {
  /// Whether `key`, whose bytes are `bytes`, is the key of the value at `index`. Most keys are written as they are meant.
  fileprivate func hasKey(_ key: String, _ bytes: [UInt8], at index: Int) -> Bool {
    let written = nodes[index].key
    return written.style == .plain
      ? written.range.count == bytes.count && source.bytes.has(bytes, at: written.range.lower)
      : YAMLScalar(source.bytes, written).text == key
  }
}
