/// A file that is created, and never replaces another one.
package struct NewFile: Sendable {
  /// Its path.
  package let path: String
  private let fileSystem: any FileSystem

  /// The file at `path`, which must not exist.
  package init(_ path: String, in fileSystem: any FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Creates the file with `bytes`. After an error there is no file.
  package func write(_ bytes: [UInt8]) throws(FileSystemError) {
    do throws(Errno) {
      let file = try fileSystem.open(path, at: nil, for: .creating(permissions: 0o666))
      defer { fileSystem.close(file) }
      do throws(Errno) {
        let writer = FileWriter(fileSystem: fileSystem, descriptor: file)
        try bytes.span.withUnsafeBytes { (raw) throws(Errno) in try writer.write(raw) }
        try fileSystem.synchronize(file)
      } catch {
        try? fileSystem.remove(path, at: nil)
        throw error
      }
    } catch {
      throw FileSystemError(path: path, operation: .write, reason: .system(error))
    }
  }
}
