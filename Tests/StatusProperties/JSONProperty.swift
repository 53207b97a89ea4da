import StatusSyntax
import StatusText

/// What holds for the JSON tree of any bytes: it prints as the same bytes, and its values are nested.
enum JSONProperty {
  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  static func violation(_ bytes: [UInt8]) -> String? {
    let source = SourceText(path: "state.json", bytes: bytes)
    let relaxed = JSONTree(source, dialect: .relaxed)
    let strict = JSONTree(source)
    if strict.error == nil && relaxed.error != nil { return "only the strict dialect has no error" }
    return violation(relaxed) ?? violation(strict) ?? JSONChangeProperty.violation(strict)
  }

  private static func violation(_ tree: JSONTree) -> String? {
    let count = tree.source.bytes.count
    if let error = tree.error {
      if !tree.nodes.isEmpty || !tree.duplicateKeys.isEmpty { return "a tree with an error has nodes" }
      return error.range.upper > count ? "the error is outside of the text" : nil
    }
    if tree.printed != tree.source.bytes { return "printing does not give the same bytes" }
    return nestingViolation(tree.nodes, count: count)
  }

  /// Checks that every node is inside its container, after its sibling and before the end of `count` bytes.
  static func nestingViolation(_ nodes: [JSONTree.Node], count: Int) -> String? {
    var open: [JSONTree.Node] = []
    var position = 0
    for (index, node) in nodes.enumerated() {
      while let container = open.last, Int(container.next) <= index {
        position = container.range.upper
        open.removeLast()
      }
      let isMember = !node.key.isEmpty
      let start = isMember ? node.key.lower : node.range.lower
      if start < position { return "node \(index) overlaps with the one before it" }
      if isMember && node.key.upper >= node.range.lower { return "node \(index) begins before its key ends" }
      if node.range.isEmpty { return "node \(index) is empty" }
      if node.range.upper > (open.last.map { $0.range.upper - 1 } ?? count) {
        return "node \(index) ends after its container"
      }
      if isMember != (open.last?.kind == .object) { return "node \(index) is not a member of its object" }
      guard node.kind == .object || node.kind == .array else {
        if Int(node.next) != index + 1 { return "node \(index) has children" }
        position = node.range.upper
        continue
      }
      if Int(node.next) <= index || Int(node.next) > nodes.count { return "node \(index) has no end" }
      position = node.range.lower + 1
      open.append(node)
    }
    return nil
  }
}
