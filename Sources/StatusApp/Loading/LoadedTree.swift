import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText

/// A tree as it was read, with the findings in its plans and project states.
struct LoadedTree: Sendable {
  /// The tree. The bytes of plans in which nothing was found are not kept.
  let workspace: Workspace
  /// For each file of the workspace, what was found in it when it was parsed; severities are not set.
  let findings: [[Finding]]
  /// What its directories held.
  let listing: TreeListing
  /// Reads the bytes of a plan again, if a report needs them.
  let reader: TreeFileReader
  /// What read it, and how it was looked at: a revision is made the same way.
  let loader: TreeLoader
  let inspector: @Sendable (Profile) -> FileInspector?

  /// The bytes of a file, as reports need them; none if the file has changed since, for then no place in it holds.
  func source(of file: TrackedFile) -> SourceText {
    guard file.source.bytes.isEmpty, file.byteCount > 0, case .bytes(let bytes) = reader.read(file.path),
      bytes.count == file.byteCount
    else {
      return file.source
    }
    return SourceText(path: file.path, bytes: bytes)
  }
}
