import StatusDiagnostics

/// The subject of a suite: a path, and its file if it was read.
struct JUnitSubject {
  /// The path relative to the repository root.
  let path: String
  /// The file; nil if the path occurs only in findings.
  let file: CheckedFile?
}
