import StatusFileSystem
import StatusText

/// A file that a transaction is about to change: its real path, and its content and properties when it was
/// looked up.
struct Target: Sendable {
  /// Its path relative to the root, with links resolved.
  let path: String
  /// The path that the transaction used.
  let givenPath: String
  /// The old bytes; nil for a new file.
  let old: [UInt8]?
  /// The new bytes.
  let new: [UInt8]
  /// The properties of the file; nil for a new file.
  let status: FileStatus?

  /// Its name in its directory.
  var name: String { PathText.name(of: path) }
  /// Whether writing it takes much longer than starting a thread.
  var isLarge: Bool { new.count >= 256 << 10 }
  /// The properties of the file that replaces it.
  var likeness: Stage.Likeness? {
    status.map { Stage.Likeness(permissions: $0.permissions, owner: $0.owner, group: $0.group) }
  }
}
