import StatusText

/// A lossless JSON text (RFC 8259): every value and key with its byte range, in the order of the document.
///
/// Keys keep their order, duplicates stay, numbers keep their spelling; what lies between the tokens is found
/// by their ranges. A fault is a value, `error`, not a throw; a text with one has no nodes. A class, so that
/// a `JSONValue` is one reference and an index.
package final class JSONTree: Sendable {
  /// The text.
  package let source: SourceText
  /// What the text may hold beyond RFC 8259.
  package let dialect: Dialect
  /// The values before their contents (pre-order); the first one is the root. Empty when there is an error.
  package let nodes: [Node]
  /// The first fault; nil when the whole text is one JSON text.
  package let error: JSONSyntaxError?
  /// The keys that their object already has, in the order of the document. Empty when there is an error.
  package let duplicateKeys: [DuplicateJSONKey]
  /// Whether the text begins with the bytes EF BB BF; they are passed over and are no error here.
  package let hasByteOrderMark: Bool

  /// How deep brackets may nest unless a caller says otherwise.
  package static let usualDepthLimit = 512

  /// Reads `source`; takes time linear in its length but for objects with many keys, which are sorted.
  ///
  /// - Parameter depthLimit: how many brackets may be open at once; one more is an error.
  package init(_ source: SourceText, dialect: Dialect = .strict, depthLimit: Int = JSONTree.usualDepthLimit) {
    self.source = source
    self.dialect = dialect
    let result = source.bytes.withUnsafeBufferPointer { bytes in
      var parser = JSONParser(bytes, dialect: dialect, depthLimit: depthLimit)
      return parser.parse()
    }
    nodes = result.nodes
    error = result.error
    duplicateKeys = result.duplicateKeys
    hasByteOrderMark = source.bytes.starts(with: JSONParser.byteOrderMark)
  }

  /// The outermost value; nil when there is an error.
  package var root: JSONValue? {
    nodes.isEmpty ? nil : JSONValue(tree: self, index: 0)
  }
}
