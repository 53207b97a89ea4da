import StatusFileSystem
import StatusTestSupport

extension TemporaryDirectory {
  /// The directory through the module under test.
  func open() throws -> Directory { try Directory(opening: path) }
}
