import Glibc
import StatusFileSystem

/// A new directory for a run over the corpus, in TMPDIR or /tmp, until `remove` is called.
package struct CorpusScratch: Sendable {
  /// Its path.
  package let path: String

  /// Makes the directory.
  package init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/statuslint-corpus-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw FileSystemError(path: parent, operation: .createDirectory, reason: .system(Errno(errno)))
    }
    path = String(cString: made)
  }

  /// Takes the directory away, with all that is in it, as far as that can be done.
  package func remove() { Self.remove(path) }

  /// Takes the directory at `path` away, with all that is in it, as far as that can be done.
  static func remove(_ path: String) {
    // A link is taken away, not what it leads to.
    let entries = (try? Directory(opening: path).list()) ?? []
    for entry in entries where entry.kind == .directory { remove("\(path)/\(entry.name)") }
    for entry in entries where entry.kind != .directory { Glibc.unlink("\(path)/\(entry.name)") }
    Glibc.rmdir(path)
  }

  /// `path` from the root directory; it must exist.
  package static func absolutePath(_ path: String) throws -> String {
    try PosixFileSystem().realPath(path)
  }
}
