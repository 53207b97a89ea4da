import StatusDiagnostics

/// What a suite is about: a path, and the file there if it was read.
struct JUnitSubject {
  /// The path from the repository root.
  let path: String
  /// The file; nil for a path that only findings name.
  let file: CheckedFile?
}
