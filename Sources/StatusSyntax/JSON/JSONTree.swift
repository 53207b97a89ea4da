import StatusText
import Synchronization

/// A lossless JSON text (RFC 8259): every value and key with its byte range, in document order.
///
/// It preserves the order of keys, duplicates, and the spelling of numbers. The text between tokens follows
/// from their ranges. A syntax error is the value `error`, not a thrown error; a text with an error has no
/// nodes. This is a class so that a `JSONValue` is one reference and an index.
package final class JSONTree: Sendable {
  /// The text.
  package let source: SourceText
  /// The allowed extensions of RFC 8259.
  package let dialect: Dialect
  /// The values in pre-order; the first one is the root. Empty after an error.
  package let nodes: [Node]
  /// The first syntax error; nil if the whole text is valid.
  package let error: JSONSyntaxError?
  /// The duplicate keys, in document order. Empty after an error.
  package let duplicateKeys: [DuplicateJSONKey]
  /// Whether the text begins with the bytes EF BB BF. They are skipped and are not an error here.
  package let hasByteOrderMark: Bool
  private let knownStyle = Mutex<JSONStyle?>(nil)

  /// The default limit for nested brackets.
  package static let usualDepthLimit = 512

  /// Parses `source` in linear time, except that the keys of objects with many keys are sorted.
  ///
  /// - Parameter depthLimit: the maximum number of open brackets.
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

  /// The style of the text for new text, detected once: each of thousands of fixes of a file asks for it.
  var style: JSONStyle {
    knownStyle.withLock { known in
      if let known { return known }
      let style = JSONStyle(self)
      known = style
      return style
    }
  }

  /// The outermost value; nil after an error.
  package var root: JSONValue? {
    nodes.isEmpty ? nil : JSONValue(tree: self, index: 0)
  }
}
