import StatusText

/// A file that was checked, as reports show it.
package struct CheckedFile: Sendable {
  /// The result of reading and parsing a file.
  package enum Outcome: Sendable, Equatable {
    /// Read and parsed.
    case parsed
    /// The file could not be read or parsed, with the reason. Other rules did not run on it.
    case failed(String)
  }

  /// Its path from the repository root.
  package let path: String
  /// The result of reading and parsing it.
  package let outcome: Outcome
  /// Its bytes, for excerpts and positions; empty if it could not be read.
  package let source: SourceText
  /// The names of the rules that check files of this kind, sorted.
  package let rules: [String]
  /// The rules whose findings in this file were suppressed, sorted.
  package let suppressed: [String]

  /// A file that was checked.
  package init(
    path: String, outcome: Outcome, source: SourceText, rules: [String], suppressed: [String] = []
  ) {
    self.path = path
    self.outcome = outcome
    self.source = source
    self.rules = rules
    self.suppressed = suppressed
  }
}
