/// The standard input of the program.
package struct StandardInput: Sendable {
  private let fileSystem: any FileSystem
  private let descriptor: Descriptor

  /// The standard input of the process, or another descriptor of `fileSystem`.
  package init(
    _ descriptor: Descriptor = .standardInput, of fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.descriptor = descriptor
    self.fileSystem = fileSystem
  }

  /// Reads up to the end of input, at most `limit` bytes.
  package func readAll(limit: Int) throws(FileSystemError) -> [UInt8] {
    do {
      return try FileReader(fileSystem: fileSystem, descriptor: descriptor).readToEnd(limit: limit)
    } catch {
      throw FileSystemError(path: "standard input", operation: .read, reason: error)
    }
  }
}
