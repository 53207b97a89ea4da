extension Directory {
  /// Opens the file at `path`, relative to `start`; messages call it `displayPath`.
  func read(
    _ path: String, at start: Descriptor?, limit: Int, displayPath: @autoclosure () -> String
  ) throws(FileSystemError) -> [UInt8] {
    let file: Descriptor
    do {
      file = try fileSystem.open(path, at: start, for: .reading)
    } catch {
      throw failure(error, opening: path, at: start, operation: .open, displayPath: displayPath())
    }
    defer { fileSystem.close(file) }
    do {
      return try FileReader(fileSystem: fileSystem, descriptor: file).readRegularFile(limit: limit)
    } catch {
      throw FileSystemError(path: displayPath(), operation: .read, reason: error)
    }
  }

  /// Lists the directory at `path`, relative to `start`; messages call it `displayPath`.
  func list(
    _ path: String, at start: Descriptor?, displayPath: @autoclosure () -> String
  ) throws(FileSystemError) -> [DirectoryEntry] {
    let directory: Descriptor
    do {
      directory = try fileSystem.open(path, at: start, for: .directory)
    } catch {
      throw failure(error, opening: path, at: start, operation: .list, displayPath: displayPath())
    }
    defer { fileSystem.close(directory) }
    do {
      return try fileSystem.entries(of: directory)
    } catch {
      throw FileSystemError(path: displayPath(), operation: .list, reason: .system(error))
    }
  }

  /// The reason why `path` could not be opened. The system reports a link as a loop, a socket as a missing
  /// device and a file in place of a directory as "not a directory"; users want to know what is there.
  private func failure(
    _ errno: Errno, opening path: String, at start: Descriptor?, operation: FileSystemError.Operation,
    displayPath: String
  ) -> FileSystemError {
    var reason = FileSystemError.Reason.system(errno)
    let mayBeOfAnotherKind = errno == .tooManyLinks || errno == .noSuchDevice || errno == .notDirectory
    if mayBeOfAnotherKind,
      let kind = try? fileSystem.status(path, at: start, followingLinks: false).kind
    {
      reason = .wrongKind(kind)
    }
    return FileSystemError(path: displayPath, operation: operation, reason: reason)
  }
}
