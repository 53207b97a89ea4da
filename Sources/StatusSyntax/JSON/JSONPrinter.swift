import StatusText

/// Builds the text from the nodes of its tree, to compare it with the source.
///
/// Brackets and literals come from the kinds; strings, numbers and keys from their ranges. Between two tokens
/// it prints the white space, commas, colons and comments of the source, and a question mark for every other
/// byte. With a wrong range or a missing node the result therefore differs.
package struct JSONPrinter {
  private let bytes: [UInt8]
  private let nodes: [JSONTree.Node]
  private let dialect: JSONTree.Dialect
  private var output: [UInt8] = []
  /// The end of the last token in the source, according to its node.
  private var offset = 0
  /// The containers that are still open, outermost first.
  private var open: [JSONTree.Node] = []

  /// A printer of `nodes`, the tree of `bytes`.
  package init(bytes: [UInt8], nodes: [JSONTree.Node], dialect: JSONTree.Dialect) {
    self.bytes = bytes
    self.nodes = nodes
    self.dialect = dialect
  }

  /// The whole text.
  package mutating func print() -> [UInt8] {
    output.reserveCapacity(bytes.count)
    if bytes.starts(with: JSONParser.byteOrderMark) { print(JSONParser.byteOrderMark, endingAt: 3) }
    for (index, node) in nodes.enumerated() {
      closeContainers(endingAt: index)
      if !node.key.isEmpty {
        printGap(to: node.key.lower)
        print(bytes[node.key.indices], endingAt: node.key.upper)
      }
      printGap(to: node.range.lower)
      printValue(node)
    }
    closeContainers(endingAt: nodes.count)
    printGap(to: bytes.count)
    return output
  }

  private mutating func printValue(_ node: JSONTree.Node) {
    let range = node.range
    switch node.kind {
    case .object, .array:
      print(node.kind == .object ? "{".utf8 : "[".utf8, endingAt: range.lower + 1)
      open.append(node)
    case .string, .number: print(bytes[range.indices], endingAt: range.upper)
    case .true: print("true".utf8, endingAt: range.upper)
    case .false: print("false".utf8, endingAt: range.upper)
    case .null: print("null".utf8, endingAt: range.upper)
    }
  }

  private mutating func print(_ token: some Sequence<UInt8>, endingAt end: Int) {
    output += token
    offset = end
  }

  private mutating func closeContainers(endingAt index: Int) {
    while let container = open.last, Int(container.next) == index {
      printGap(to: container.range.upper - 1)
      print(container.kind == .object ? "}".utf8 : "]".utf8, endingAt: container.range.upper)
      open.removeLast()
    }
  }

  /// Prints the source between the last token and `end`.
  private mutating func printGap(to end: Int) {
    var isInComment = false
    for byte in bytes[min(offset, end)..<end] {
      isInComment = isInComment || dialect == .relaxed && byte == UInt8(ascii: "/")
      let belongs =
        isInComment || ASCII.isWhitespace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      output.append(belongs ? byte : UInt8(ascii: "?"))
    }
  }
}
