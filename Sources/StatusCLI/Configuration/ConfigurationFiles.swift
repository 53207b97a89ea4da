import StatusConfiguration
import StatusFileSystem
import StatusText

/// Opens configuration files of one repository.
struct ConfigurationFiles {
  private let repository: String
  private let surroundings: Surroundings

  /// Larger files are not configurations; in bytes.
  private static let sizeLimit = 1 << 20

  init(repository: String, _ surroundings: Surroundings) {
    self.repository = repository
    self.surroundings = surroundings
  }

  /// The file at `path`, from the root directory; links may not lead out of `boundary`.
  func open(_ path: String, within boundary: String) throws(FileSystemError) -> ConfigurationFile {
    let path = TreeDiscovery(fileSystem: surroundings.fileSystem, workingDirectory: "/").absolutePath(path)
    let root = try Directory(opening: "/", in: surroundings.fileSystem)
    let inside = String(path.dropFirst())
    let bytes: [UInt8]
    do {
      bytes = try root.readFollowing(inside, within: boundary, limit: Self.sizeLimit)
    } catch {
      throw FileSystemError(path: shown(path), operation: error.operation, reason: error.reason)
    }
    return ConfigurationFile(
      source: SourceText(path: shown(path), bytes: bytes), directory: TreeRoots.parent(of: path) ?? "/",
      identity: (try? root.realPath(inside)) ?? path)
  }

  /// The path at `path` as users type it.
  func shown(_ path: String) -> String {
    let base = RealPath.lies(path, within: repository) ? repository : "/"
    return ShownPath(repository: base, workingDirectory: surroundings.workingDirectory)
      .unescaped(TreeRoots.relative(path, to: base))
  }

  /// The error for a file that could not be opened. What the user can correct in the configuration is a wrong usage.
  func error(_ error: FileSystemError) -> CommandError {
    let message: Message = "cannot read the configuration \(outside: error.path): \(error.reasonText)"
    switch error.reason {
    case .tooLarge: return .usage(message, hint: "a configuration has at most 1 MiB")
    case .wrongKind: return .usage(message, hint: "replace it with a regular file, or remove it")
    case .outside: return .usage(message, hint: "a configuration is a file of the repository")
    case .system:
      return error.isNotFound
        ? .usage(message, hint: "give the path of a file that exists") : .failure(message, hint: error.hint)
    }
  }
}
