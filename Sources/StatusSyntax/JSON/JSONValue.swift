import StatusText

/// One value of a `JSONTree`: the tree and a place in it, cheap to pass on.
package struct JSONValue: Sendable {
  /// The tree the value is in.
  package let tree: JSONTree
  /// Its place in `tree.nodes`.
  package let index: Int

  /// The value at `index` of the nodes of `tree`.
  package init(tree: JSONTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  var node: JSONTree.Node { tree.nodes[index] }

  /// What the value is.
  package var kind: JSONTree.Kind { node.kind }
  /// The whole value, with its quotes or brackets.
  package var range: ByteRange { node.range }
  /// Whether the value is an object or an array.
  package var isContainer: Bool { kind == .object || kind == .array }

  /// Whether the value has a key: it is a member of an object.
  package var isMember: Bool { !node.key.isEmpty }
  /// The key of a member, with its quotes; `.zero` when the value has none.
  package var keyRange: ByteRange { node.key }
  /// The key of a member, unescaped; empty when the value has none.
  package var key: String {
    isMember ? JSONScalars.text(tree.source.bytes, node.key, hasEscapes: node.keyHasEscapes) : ""
  }

  /// The members of an object, duplicates too, in the order of the document; nothing for any other value.
  package var members: JSONChildren { JSONChildren(of: self, kind: .object) }
  /// The elements of an array in order; nothing for any other value.
  package var elements: JSONChildren { JSONChildren(of: self, kind: .array) }

  /// The member of an object with this key, the last one when there are several, as every reader takes it;
  /// nil when there is none or the value is no object. A search through the members.
  package subscript(_ key: String) -> JSONValue? {
    var found: JSONValue?
    for member in members where member.keyEquals(key) {
      found = member
      if tree.duplicateKeys.isEmpty { break }
    }
    return found
  }
}
