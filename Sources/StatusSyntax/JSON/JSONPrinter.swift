import StatusText

/// Puts a text together from the nodes of its tree.
struct JSONPrinter {
  let tree: JSONTree
  var output: [UInt8]
  /// The containers whose closing bracket is to come, outermost first.
  private var open: [JSONTree.Node] = []

  init(tree: JSONTree, output: [UInt8]) {
    self.tree = tree
    self.output = output
  }

  /// The whole text.
  mutating func print() -> [UInt8] {
    for (index, node) in tree.nodes.enumerated() {
      closeContainers(endingAt: index)
      if !node.key.isEmpty {
        printGap(to: node.key.lower)
        output += tree.source.bytes[node.key.indices]
      }
      printGap(to: node.range.lower)
      printValue(node)
    }
    closeContainers(endingAt: tree.nodes.count)
    printGap(to: tree.source.bytes.count)
    return output
  }

  private mutating func printValue(_ node: JSONTree.Node) {
    switch node.kind {
    case .object, .array:
      output.append(node.kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
      open.append(node)
    case .string, .number: output += tree.source.bytes[node.range.indices]
    case .true: output += "true".utf8
    case .false: output += "false".utf8
    case .null: output += "null".utf8
    }
  }

  private mutating func closeContainers(endingAt index: Int) {
    while let container = open.last, Int(container.next) == index {
      printGap(to: container.range.upper - 1)
      output.append(container.kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
      open.removeLast()
    }
  }

  /// What the source has between the end of the output and `end`, as far as it may stand between tokens.
  private mutating func printGap(to end: Int) {
    var inComment = false
    for place in min(output.count, end)..<end {
      let byte = tree.source.bytes[place]
      inComment = inComment || tree.dialect == .relaxed && byte == UInt8(ascii: "/")
      if inComment || ASCII.isWhitespace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
        output.append(byte)
      }
    }
  }
}
