/// The entries of a map or the elements of a list, in the order of the document.
package struct YAMLChildren: Sequence, IteratorProtocol, Sendable {
  private let tree: YAMLTree
  private var upcoming: Int
  private let end: Int

  init(of value: YAMLValue, kind: YAMLTree.Kind) {
    tree = value.tree
    upcoming = value.index + 1
    end = value.kind == kind ? Int(value.node.next) : upcoming
  }

  package mutating func next() -> YAMLValue? {
    guard upcoming < end else { return nil }
    defer { upcoming = Int(tree.nodes[upcoming].next) }
    return YAMLValue(tree: tree, index: upcoming)
  }
}
