import StatusSyntax
import StatusText

/// What is wrong with a file before anything in it means something.
package struct SyntaxFacts: Sendable {
  /// Whether the file begins with U+FEFF.
  package var hasByteOrderMark = false
  /// The first bytes that are not UTF-8.
  package var invalidEncoding: ByteRange?
  /// The first place where a JSON file is not JSON.
  package var jsonError: JSONSyntaxError?
  /// Keys that an object has twice.
  package var duplicateKeys: [DuplicateJSONKey] = []
  /// The lines of unresolved merges, and left-over markers, in order.
  package var conflictMarkers: [ByteRange] = []

  /// Nothing wrong.
  init() {}

  /// Whether the rest of the file can be judged.
  package var isReadable: Bool { invalidEncoding == nil && jsonError == nil && conflictMarkers.isEmpty }

  /// The facts of a JSON file. A conflict leaves no JSON, so it is looked for only where there is none.
  package init(json tree: JSONTree) {
    hasByteOrderMark = tree.hasByteOrderMark
    invalidEncoding = UTF8Validation.firstInvalid(in: tree.source.bytes)
    jsonError = tree.error
    duplicateKeys = tree.duplicateKeys
    if tree.error != nil { conflictMarkers = ConflictMarkers.find(in: tree.source.bytes) }
  }

  /// The facts of a Markdown file; conflict markers in code are examples.
  init(markdown source: SourceText, _ outline: MarkdownOutline) {
    hasByteOrderMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    invalidEncoding = UTF8Validation.firstInvalid(in: source.bytes)
    conflictMarkers = ConflictMarkers.find(in: source.bytes, outline)
  }
}
