import StatusFormats

/// A root of another format whose history is read.
package struct HistoricRoot: Sendable {
  /// The format.
  package let format: any PlanFormat
  /// The path, from the directory that the history is read for; empty for that itself.
  package let path: String

  /// The root of `format` at `path`.
  package init(_ format: any PlanFormat, at path: String) {
    self.format = format
    self.path = path
  }
}
