import StatusText

extension JSONTree {
  /// The text put together again from the nodes, to be held against the source; nil when there is an error.
  ///
  /// Brackets and literals come from the kinds, strings, numbers and keys from their ranges, and between two
  /// tokens only what may stand there is taken from the source. A wrong range therefore does not print right.
  package var printed: [UInt8]? {
    guard error == nil, !nodes.isEmpty else { return nil }
    var output = hasByteOrderMark ? JSONParser.byteOrderMark : []
    output.reserveCapacity(source.bytes.count)
    var printer = JSONPrinter(tree: self, output: output)
    return printer.print()
  }
}
