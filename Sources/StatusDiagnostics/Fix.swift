import StatusText

/// A correction of one or several files, applied completely or not at all.
package struct Fix: Hashable, Sendable {
  /// Whether a fix can be applied without a request.
  package enum Applicability: String, Sendable {
    /// Keeps every meaning and guesses nothing.
    case safe
    /// Chooses between two claims or adds a fact.
    case unsafe
  }

  /// The edits of one file.
  package struct FileEdits: Hashable, Sendable {
    /// The file's path from the repository root.
    package var path: String
    /// Its edits, in order, without overlap.
    package var edits: [TextEdit]
    /// The ranges of those edits that only raise a date to a newer one. Several fixes may raise the same date; the
    /// newest one is written.
    package var raised: [ByteRange]

    /// The edits of `path`.
    package init(path: String, edits: [TextEdit], raised: [ByteRange] = []) {
      self.path = path
      self.edits = edits
      self.raised = raised
    }
  }

  /// Whether it can be applied without a request.
  package var applicability: Applicability
  /// What it does, in the imperative: "replace with [COMPLETED]".
  package var description: String
  /// The edits, file by file.
  package var files: [FileEdits]

  /// A fix of several files.
  package init(_ applicability: Applicability, _ description: String, files: [FileEdits]) {
    self.applicability = applicability
    self.description = description
    self.files = files
  }

  /// A fix that replaces one range.
  package init(
    _ applicability: Applicability, _ description: String, at location: Location, with text: String
  ) {
    self.init(
      applicability, description,
      files: [FileEdits(path: location.path, edits: [TextEdit(location.range, with: text)])])
  }
}
