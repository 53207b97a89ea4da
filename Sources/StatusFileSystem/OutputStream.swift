import Glibc
import StatusText

/// An open descriptor for output: standard output or standard error.
package struct OutputStream: Sendable {
  /// The outcome of a write without an error.
  package enum Outcome: Hashable, Sendable {
    case written
    /// The reader of the pipe has closed it (`statuslint check | head`). This is not an error.
    case readerGone
  }

  /// The standard output of the process.
  package static let standardOutput = OutputStream(.standardOutput, name: "standard output")
  /// The standard error of the process.
  package static let standardError = OutputStream(.standardError, name: "standard error")

  private let fileSystem: any FileSystem
  private let descriptor: Descriptor
  private let name: String

  /// A stream that writes to `descriptor`, which errors call `name`.
  package init(
    _ descriptor: Descriptor, name: String, of fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.descriptor = descriptor
    self.name = name
    self.fileSystem = fileSystem
  }

  /// Makes writes to a closed pipe fail, so that they do not end the process. Called once, at the start of
  /// the program.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Whether the output is a terminal (isatty(3)).
  package var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  /// The width of the terminal in columns (TIOCGWINSZ); nil if there is none or it is unknown.
  package var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all of `bytes`, in as many calls as needed.
  @discardableResult
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileSystemError) -> Outcome {
    do {
      try FileWriter(fileSystem: fileSystem, descriptor: descriptor).write(bytes)
      return .written
    } catch .brokenPipe {
      return .readerGone
    } catch {
      throw FileSystemError(path: name, operation: .write, reason: .system(error))
    }
  }

  /// Writes all of `bytes`.
  @discardableResult
  package func write(_ bytes: [UInt8]) throws(FileSystemError) -> Outcome {
    try write(bytes.span)
  }

  /// Writes all of `message`.
  @discardableResult
  package func write(_ message: Message) throws(FileSystemError) -> Outcome {
    try write(message.shown.utf8.span)
  }

  private func write(_ bytes: Span<UInt8>) throws(FileSystemError) -> Outcome {
    try bytes.withUnsafeBytes { (raw) throws(FileSystemError) in try write(raw) }
  }
}
