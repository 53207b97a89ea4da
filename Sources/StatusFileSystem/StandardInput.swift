import Glibc
import StatusText

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

  /// Whether the input is a terminal (isatty(3)).
  package var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  /// Reads a line, byte by byte, so that nothing after it is lost; without its end. Nil at the end of input, and if it
  /// cannot be read. Of a long line, the rest is passed over.
  package func readLine() -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while withUnsafeMutableBytes(of: &byte, { (try? fileSystem.read(descriptor, into: $0)) ?? 0 }) == 1 {
      if byte == ASCII.lineFeed { return line }
      if line.count < Self.lineLimit { line.append(byte) }
    }
    return nil
  }

  private static let lineLimit = 1024
}
