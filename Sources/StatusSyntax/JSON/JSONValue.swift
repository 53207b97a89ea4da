import StatusText

/// One value of a `JSONTree`: the tree and an index, cheap to copy.
package struct JSONValue: Sendable {
  /// The tree that contains the value.
  package let tree: JSONTree
  /// Its index in `tree.nodes`.
  package let index: Int

  /// The value at `index` in the nodes of `tree`.
  package init(tree: JSONTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  var node: JSONTree.Node { tree.nodes[index] }

  /// The kind of the value.
  package var kind: JSONTree.Kind { node.kind }
  /// The bytes of the value, with its quotes or brackets.
  package var range: ByteRange { node.range }
  /// Whether the value is an object or an array.
  package var isContainer: Bool { kind == .object || kind == .array }

  /// Whether the value has a key, which means that it is a member of an object.
  package var isMember: Bool { !node.key.isEmpty }
  /// The key of a member, with its quotes; `.zero` if the value has none.
  package var keyRange: ByteRange { node.key }
  /// Whether the key is spelled with a backslash, so that its bytes in the file are not its text.
  package var keyHasEscapes: Bool { node.keyHasEscapes }
  /// The key of a member, unescaped; empty if the value has none.
  package var key: String {
    isMember ? JSONScalars.text(tree.source.bytes, node.key, hasEscapes: node.keyHasEscapes) : ""
  }

  /// The members of an object, including duplicates, in document order; empty for any other value.
  package var members: JSONChildren { JSONChildren(of: self, kind: .object) }
  /// The elements of an array in order; empty for any other value.
  package var elements: JSONChildren { JSONChildren(of: self, kind: .array) }

  /// The member of an object with this key, or nil. If there are several, the last one, like every reader. A
  /// linear search.
  package subscript(_ key: String) -> JSONValue? {
    var found: JSONValue?
    for member in members where member.keyEquals(key) {
      found = member
      if tree.duplicateKeys.isEmpty { break }
    }
    return found
  }
}
