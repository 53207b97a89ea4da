import StatusFileSystem

/// The files of a repository on disk.
package struct DirectorySource: TreeSource {
  /// Larger files are not read, unless the user says otherwise: 64 MiB.
  package static let usualSizeLimit = 64 << 20

  private let repository: Directory
  private let sizeLimit: Int
  private let exhausted: Exhaustion

  /// The files below the directory at `path`; those of more than `sizeLimit` bytes cannot be read.
  package init(
    _ path: String, sizeLimit: Int = usualSizeLimit, in fileSystem: any FileSystem
  ) throws(FileSystemError) {
    self.init(try Directory(opening: path, in: fileSystem), sizeLimit, Exhaustion())
  }

  private init(_ repository: Directory, _ sizeLimit: Int, _ exhausted: Exhaustion) {
    self.repository = repository
    self.sizeLimit = sizeLimit
    self.exhausted = exhausted
  }

  /// The repository's real path: links may not lead out of it. Few trees have links, so it is looked up when one is met.
  private var boundary: String {
    get throws(FileSystemError) { try repository.realPath() }
  }

  package var exhaustion: FileSystemError? { exhausted.error }

  package func forThread() -> any TreeSource {
    // A descriptor of its own; this one's where there is none to be had.
    guard let own = try? Directory(opening: repository.path, in: repository.fileSystem) else { return self }
    return DirectorySource(own, sizeLimit, exhausted)
  }

  package func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    do {
      return try repository.list(path)
    } catch {
      exhausted.note(error)
      throw error
    }
  }

  package func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    do {
      return try repository.listFollowing(path, within: boundary)
    } catch {
      exhausted.note(error)
      throw error
    }
  }

  package func read(_ path: String, isBehindLink: Bool) -> ReadOutcome {
    if isBehindLink { return readFollowing(path, wherePresent: true) }
    do {
      return .bytes(try repository.read(path, limit: sizeLimit))
    } catch {
      if error.isNotFound { return .absent }
      exhausted.note(error)
      guard case .wrongKind(.symbolicLink) = error.reason else { return .failed(error.reasonText.plain) }
    }
    return readFollowing(path, wherePresent: false)
  }

  private func readFollowing(_ path: String, wherePresent: Bool) -> ReadOutcome {
    do {
      return .bytes(try repository.readFollowing(path, within: boundary, limit: sizeLimit))
    } catch {
      exhausted.note(error)
      if error.isNotFound { return wherePresent ? .absent : .failed("the link is broken") }
      return .failed(error.reasonText.plain)
    }
  }

  package func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus? {
    do {
      return try repository.status(path, followingLinks: followingLinks)
    } catch {
      exhausted.note(error)
      if Self.isOfNothing(error) { return nil }
      throw error
    }
  }

  /// Whether nothing can be at a path that fails with `error`: no file has such a name, or links go in a circle.
  private static func isOfNothing(_ error: FileSystemError) -> Bool {
    [.nameTooLong, .tooManyLinks, .invalidArgument].contains(error.errno)
  }

  package func isInside(_ path: String) -> Bool? {
    guard let real = try? repository.realPath(path), let boundary = try? boundary else { return nil }
    return RealPath.lies(real, within: boundary)
  }
}
