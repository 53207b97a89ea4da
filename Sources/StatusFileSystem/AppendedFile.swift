import StatusText

/// A log file: every write appends to its end.
package struct AppendedFile: Sendable {
  private let path: String
  private let fileSystem: any FileSystem

  /// The file at `path`. It is created, with its directories, if it does not exist.
  package init(_ path: String, in fileSystem: any FileSystem = PosixFileSystem()) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Makes sure that the file can be written to. Creates it if it does not exist, and writes nothing.
  package func prepare() throws(FileSystemError) {
    do throws(Errno) {
      fileSystem.close(try open())
    } catch {
      throw FileSystemError(path: path, operation: .open, reason: .system(error))
    }
  }

  /// Appends `line`, which ends with a newline. It begins a new line even where the last one was cut off, by a crash or
  /// a full disk. Small writes of several processes do not mix.
  package func append(line: [UInt8]) throws(FileSystemError) {
    do throws(Errno) {
      let file = try open()
      defer { fileSystem.close(file) }
      let bytes = isCutOff ? [UInt8(ascii: "\n")] + line : line
      let writer = FileWriter(fileSystem: fileSystem, descriptor: file)
      try bytes.span.withUnsafeBytes { (raw) throws(Errno) in try writer.write(raw) }
    } catch {
      throw FileSystemError(path: path, operation: .write, reason: .system(error))
    }
  }

  /// Whether the last line lacks its end. A file that may be written but not read is taken as whole.
  private var isCutOff: Bool {
    let last = (try? FileEnds(of: path, first: 0, in: fileSystem))?.last
    return last.map { $0 != UInt8(ascii: "\n") } ?? false
  }

  private func open() throws(Errno) -> Descriptor {
    do {
      return try fileSystem.open(path, at: nil, for: .appending)
    } catch {
      guard error == .noSuchFile else { throw error }
    }
    if let directory = PathText.directory(of: path) { try? fileSystem.makeDirectories(directory) }
    do {
      fileSystem.close(try fileSystem.open(path, at: nil, for: .creating(permissions: 0o666)))
    } catch {
      // Another process was faster.
      guard error == .fileExists else { throw error }
    }
    // A new file is not opened for appending: two processes would overwrite each other's bytes.
    return try fileSystem.open(path, at: nil, for: .appending)
  }
}
