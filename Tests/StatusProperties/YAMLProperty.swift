import StatusSyntax
import StatusText

/// What holds for the YAML tree of any bytes: its values are nested, each scalar can be read from its own bytes, and a
/// change of one changes nothing else.
enum YAMLProperty {
  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  static func violation(_ bytes: [UInt8]) -> String? {
    let tree = YAMLTree(SourceText(path: "status.yaml", bytes: bytes))
    if let fault = tree.faults.first(where: { $0.range.upper > bytes.count }) {
      return "the fault \(fault.reason) is outside of the text"
    }
    if tree.faults.isEmpty, tree.nodes.contains(where: { $0.kind == .unreadable }) {
      return "a value is unreadable without a fault"
    }
    return nestingViolation(tree.nodes, count: bytes.count) ?? cuttingViolation(tree)
      ?? changeViolation(tree)
  }

  /// Checks that every node is inside its container and after its sibling, within `count` bytes.
  static func nestingViolation(_ nodes: [YAMLTree.Node], count: Int) -> String? {
    var open: [YAMLTree.Node] = []
    var position = 0
    for (index, node) in nodes.enumerated() {
      while let container = open.last, Int(container.next) <= index {
        position = container.range.upper
        open.removeLast()
      }
      let isEntry = !node.key.range.isEmpty
      if isEntry != (open.last?.kind == .map) { return "node \(index) is not an entry of its map" }
      if (isEntry ? node.key.range : node.range).lower < position { return "node \(index) overlaps" }
      if isEntry, node.key.range.upper >= node.range.lower { return "node \(index) begins in its key" }
      if node.range.upper > (open.last?.range.upper ?? count) { return "node \(index) ends too late" }
      guard node.kind == .map || node.kind == .list else {
        if Int(node.next) != index + 1 { return "node \(index) has children" }
        position = node.range.upper
        continue
      }
      if Int(node.next) <= index || Int(node.next) > nodes.count { return "node \(index) has no end" }
      position = node.range.lower
      open.append(node)
    }
    return nil
  }

  /// Checks that the bytes of each scalar alone have its text.
  private static func cuttingViolation(_ tree: YAMLTree) -> String? {
    for (index, node) in tree.nodes.enumerated() where node.kind == .scalar {
      let cut = Array(tree.source.bytes[node.range.indices])
      let alone = YAMLScalar(cut, ByteRange(0, cut.count), node.style, indent: Int(node.indent)).text
      let value = YAMLValue(tree: tree, index: index)
      if let text = value.text, text != alone { return "node \(index) has another text when it is cut out" }
      let isOneLine = !cut.contains(where: ASCII.isLineEnd) && node.style != .literal && node.style != .folded
      guard isOneLine, !cut.isEmpty, !node.isInFlow else { continue }
      let item = YAMLTree(SourceText(path: "cut", bytes: Array("- ".utf8) + cut)).root?.elements.first { _ in
        true
      }
      if item?.text != value.text { return "node \(index) is read as something else when it is cut out" }
    }
    return nil
  }

  private static let texts = [
    "in-progress", "To Do", "", "null", "3", "yes", "a: b", "a #b", "- a", "@x", "it's", "\"", "\\", "a,b]",
    "x:", " a",
    "---", "?", "two\nlines", "é\u{2028}", "\t", "2026-03-02 08:15", "12:30", "[a]", "#", "a:b",
  ]

  /// Checks the changes of one scalar, which the bytes choose.
  private static func changeViolation(_ tree: YAMLTree) -> String? {
    guard tree.faults.isEmpty, !tree.nodes.isEmpty else { return nil }
    let hash = FNV1a(tree.source.bytes).value
    let index = Int(hash % UInt64(tree.nodes.count))
    let value = YAMLValue(tree: tree, index: index)
    guard value.kind == .scalar else {
      return value.replacing(with: "a") == nil ? nil : "node \(index) is not a scalar and can be replaced"
    }
    let first = Int(hash >> 32 % UInt64(texts.count))
    for offset in 0..<4 {
      let text = texts[(first + offset) % texts.count]
      guard let edit = value.replacing(with: text) else { return "node \(index) cannot be replaced" }
      guard value.range.contains(edit.range),
        let bytes = EditSet([edit])?.applied(to: tree.source.bytes)
      else { return "the edit of node \(index) is not in its range" }
      let changed = YAMLTree(SourceText(path: "status.yaml", bytes: bytes))
      if let fault = changed.faults.first { return "after \(text.debugDescription): \(fault.message)" }
      if changed.nodes.count != tree.nodes.count { return "after \(text.debugDescription): other values" }
      for other in tree.nodes.indices {
        let (old, new) = (YAMLValue(tree: tree, index: other), YAMLValue(tree: changed, index: other))
        let expected = other == index ? text : old.text
        if new.text != expected || new.key != old.key || new.kind != old.kind {
          return "after \(text.debugDescription) in node \(index): node \(other) is \(new.text ?? "nothing")"
        }
      }
    }
    return nil
  }
}
