import StatusClaims
import StatusFileSystem
import StatusText

/// The files of a source, as formats look for their roots in them. What links lead to is left out.
struct SourceFiles: PlanFiles {
  private let source: any TreeSource

  init(_ source: any TreeSource) { self.source = source }

  func entries(of path: String) -> [PlanEntry] {
    let entries = (try? source.list(path.isEmpty ? "." : path)) ?? []
    return entries.compactMap { entry in
      switch entry.kind {
      case .directory: PlanEntry(name: entry.name, isDirectory: true)
      case .regular: PlanEntry(name: entry.name, isDirectory: false)
      case .unknown:
        kind(of: PathText.joined(path, entry.name)).map { PlanEntry(name: entry.name, isDirectory: $0) }
      case .symbolicLink, .fifo, .characterDevice, .blockDevice, .socket: nil
      }
    }
  }

  /// Whether a name of which the file system did not say the kind is a directory; nil if it is neither that nor a file.
  private func kind(of path: String) -> Bool? {
    switch (try? source.status(path, followingLinks: false))?.kind {
    case .directory: true
    case .regular: false
    default: nil
    }
  }

  func bytes(of path: String) -> [UInt8]? {
    guard case .bytes(let bytes) = source.read(path) else { return nil }
    return bytes
  }
}
