/// A small tree that has the fault of a rule, or the same tree without it.
///
/// It is written as a dictionary: the path of each file from the repository root, and its text, which is nil for a file
/// that does not exist. In a text, `«` and `»` enclose the place of a finding, and `\xHH` is a byte, for what a string
/// cannot contain. The tests check these trees; readers see them without the marks.
package struct RuleExample: Sendable, ExpressibleByDictionaryLiteral {
  /// A file of the tree.
  package struct File: Sendable {
    /// The path from the repository root.
    package let path: String
    /// The text with its marks; nil if the file does not exist.
    package let markedText: String?
    /// What readers must know besides the text, in one word: "missing"; nil if there is nothing.
    package let remark: String?

    /// The text without its marks, as readers see it; empty if the file does not exist.
    package var text: String { (markedText ?? "").filter { $0 != "«" && $0 != "»" } }

    /// The bytes of the file, as a check reads them; nil if the file does not exist.
    package var bytes: [UInt8]? { markedText.map { MarkedText($0).bytes } }

    fileprivate init(_ path: String, _ markedText: String?, remark: String?) {
      self.path = path
      self.markedText = markedText
      self.remark = markedText == nil ? "missing" : markedText == "" ? "empty" : remark
    }
  }

  /// The files of the tree before the change, of a rule that compares two states of a tree.
  package let earlier: [File]
  /// The files of the tree, in the order in which readers see them.
  package let files: [File]

  /// A tree.
  package init(dictionaryLiteral files: (String, String?)...) {
    earlier = []
    self.files = files.map { File($0, $1, remark: nil) }
  }

  /// A change of a tree: all files before it, and all files after it.
  package init(from earlier: KeyValuePairs<String, String>, to files: KeyValuePairs<String, String>) {
    self.earlier = earlier.map { File($0, $1, remark: "before") }
    self.files = files.map { File($0, $1, remark: "after") }
  }

  /// The same trees, with another text of one file.
  package func replacing(_ path: String, with text: String) -> RuleExample {
    RuleExample(
      earlier: earlier, files: files.map { $0.path == path ? File(path, text, remark: $0.remark) : $0 })
  }

  private init(earlier: [File], files: [File]) {
    self.earlier = earlier
    self.files = files
  }
}
