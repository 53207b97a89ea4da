extension JSONTree {
  /// The text, rebuilt from the nodes (`JSONPrinter`); nil after an error.
  package var printed: [UInt8]? {
    guard !nodes.isEmpty else { return nil }
    var printer = JSONPrinter(bytes: source.bytes, nodes: nodes, dialect: dialect)
    return printer.print()
  }
}
