import StatusText

/// A file that took part in a check, as reports show it.
package struct CheckedFile: Sendable {
  /// How the file came through reading and parsing.
  package enum Outcome: Sendable, Equatable {
    /// Read and parsed.
    case parsed
    /// Not readable or not parsable, and why: its other rules did not run.
    case failed(String)
  }

  /// Its path from the repository root.
  package let path: String
  /// How it came through.
  package let outcome: Outcome
  /// Its bytes, for excerpts and positions; empty when it could not be read.
  package let source: SourceText
  /// The names of the rules that look at a file of this kind, sorted.
  package let rules: [String]
  /// Those of them whose findings here were suppressed, sorted.
  package let suppressed: [String]

  /// A file that took part in a check.
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
