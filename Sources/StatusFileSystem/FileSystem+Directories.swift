import StatusText

extension FileSystem {
  /// Creates the directory `path` and missing directories above it. An existing directory is not an error.
  package func makeDirectories(_ path: String) throws(FileSystemError) {
    var missing: [String] = []
    var next: String? = path
    do throws(Errno) {
      while let candidate = next, candidate != "/", try !exists(candidate) {
        missing.append(candidate)
        next = PathText.directory(of: candidate)
      }
      for directory in missing.reversed() { try makeDirectory(directory) }
    } catch {
      throw FileSystemError(path: path, operation: .createDirectory, reason: .system(error))
    }
  }

  private func exists(_ path: String) throws(Errno) -> Bool {
    do {
      _ = try status(path, at: nil, followingLinks: true)
      return true
    } catch .noSuchFile { return false }
  }

  private func makeDirectory(_ path: String) throws(Errno) {
    do {
      try makeDirectory(path, at: nil, permissions: 0o777)
    } catch .fileExists {
      // Another process created it, or there is a broken link, which the next call will report.
    }
  }
}
