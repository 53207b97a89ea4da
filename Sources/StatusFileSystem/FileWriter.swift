import Glibc

/// Writes to an open descriptor until everything is written.
package struct FileWriter {
  /// The file system of the descriptor.
  package let fileSystem: any FileSystem
  /// Open for writing.
  package let descriptor: Descriptor

  /// A writer to `descriptor`.
  package init(fileSystem: any FileSystem, descriptor: Descriptor) {
    self.fileSystem = fileSystem
    self.descriptor = descriptor
  }

  /// Writes all of `bytes`, in as many calls as needed.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var rest = bytes
    while !rest.isEmpty {
      do {
        let written = try fileSystem.write(descriptor, rest)
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } catch .tryAgain {
        waitUntilWritable()
      }
    }
  }

  /// A terminal or pipe that another process made non-blocking returns EAGAIN while it is full.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
