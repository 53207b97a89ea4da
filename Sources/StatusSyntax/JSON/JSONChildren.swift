/// The members of an object or the elements of an array, in the order of the document.
package struct JSONChildren: Sequence, IteratorProtocol, Sendable {
  private let tree: JSONTree
  private var upcoming: Int
  private let end: Int

  init(of value: JSONValue, kind: JSONTree.Kind) {
    let node = value.node
    tree = value.tree
    upcoming = value.index + 1
    end = node.kind == kind ? Int(node.next) : upcoming
  }

  /// Whether there are no children.
  package var isEmpty: Bool { upcoming >= end }

  /// The number of children. Takes linear time in this number.
  package var count: Int { reduce(0) { count, _ in count + 1 } }

  package mutating func next() -> JSONValue? {
    guard upcoming < end else { return nil }
    defer { upcoming = Int(tree.nodes[upcoming].next) }
    return JSONValue(tree: tree, index: upcoming)
  }
}
