extension JSONTree {
  /// The text put together again from the nodes (`JSONPrinter`); nil when there is an error.
  package var printed: [UInt8]? {
    guard !nodes.isEmpty else { return nil }
    var printer = JSONPrinter(bytes: source.bytes, nodes: nodes, dialect: dialect)
    return printer.print()
  }
}
