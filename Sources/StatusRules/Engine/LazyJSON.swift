import StatusSyntax
import StatusText

/// The tree of a JSON file, made when the first fix of something in it asks for it. Belongs to one thread.
final class LazyJSON {
  private let source: SourceText
  private(set) lazy var tree = JSONTree(source)

  /// The tree of `source`.
  init(_ source: SourceText) { self.source = source }
}
