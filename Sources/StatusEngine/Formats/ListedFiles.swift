import StatusClaims

/// The files of a source, of which each directory is listed once, however many formats look into it.
final class ListedFiles: PlanFiles {
  private let files: SourceFiles
  private var listed: [String: [PlanEntry]] = [:]

  init(_ files: SourceFiles) { self.files = files }

  func entries(of path: String) -> [PlanEntry] {
    if let entries = listed[path] { return entries }
    let entries = files.entries(of: path)
    listed[path] = entries
    return entries
  }

  func bytes(of path: String) -> [UInt8]? { files.bytes(of: path) }
}
