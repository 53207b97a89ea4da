import StatusFileSystem
import StatusText

/// An open directory for accessing its files by name; closed when it is released.
final class OpenDirectory: Sendable {
  /// Its path relative to the specs root; empty for the root.
  let path: String
  /// Its descriptor, open as long as this object lives.
  let descriptor: Descriptor
  private let fileSystem: any FileSystem

  /// Takes ownership of `descriptor`.
  init(path: String, descriptor: Descriptor, fileSystem: any FileSystem) {
    self.path = path
    self.descriptor = descriptor
    self.fileSystem = fileSystem
  }

  deinit { fileSystem.close(descriptor) }

  /// The path of one of its files from the specs root.
  func path(of name: String) -> String { PathText.joined(path, name) }
}
