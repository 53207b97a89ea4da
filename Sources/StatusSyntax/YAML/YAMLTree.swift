import StatusText

/// A lossless reading of the YAML that task files use: every key and scalar with its byte range, in document order.
///
/// It reads block maps and lists, flow maps and lists, and all five styles of scalars of YAML 1.2. It refuses the rest
/// (anchors, aliases, tags, merge keys, complex keys, directives, several documents) with a place and a reason, and reads
/// on after it. Scalars have no types: `3`, `yes` and `2026-03-02` are text. A key that occurs twice is kept twice. This is
/// a class so that a `YAMLValue` is one reference and an index.
package final class YAMLTree: Sendable {
  /// The file.
  package let source: SourceText
  /// The part of the file that is YAML.
  package let range: ByteRange
  /// The values in pre-order; the first one is the root. Empty if nothing could be read.
  package let nodes: [Node]
  /// What could not be read, in document order. A tree with faults is not edited.
  package let faults: [YAMLFault]

  /// The maximum number of maps and lists inside each other.
  package static let depthLimit = 64

  /// Reads `range` of `source`, which begins and ends at the beginning of a line; without a range, the whole file. Takes
  /// linear time.
  package init(_ source: SourceText, in range: ByteRange? = nil) {
    self.source = source
    self.range = range ?? ByteRange(0, source.bytes.count)
    var parser = YAMLParser(source.bytes, in: self.range)
    parser.parse()
    nodes = parser.nodes
    faults = parser.faults
  }

  /// Reads the front matter of a Markdown file; nil if it has none.
  package convenience init?(frontMatterOf source: SourceText) {
    guard let range = FrontMatter.yaml(in: source.bytes) else { return nil }
    self.init(source, in: range)
  }

  /// The outermost value; nil if there is none or it could not be read.
  package var root: YAMLValue? {
    nodes.isEmpty ? nil : YAMLValue(tree: self, index: 0)
  }
}
