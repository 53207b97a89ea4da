import StatusFileSystem

/// A file that a transaction is about to change: where it really is, and what it was when that was looked up.
struct Target: Sendable {
  /// Its path from the root, links resolved.
  let path: String
  /// The path that the transaction gave for it.
  let givenPath: String
  /// The bytes that it has and is to keep until it is changed; nil when it is made.
  let old: [UInt8]?
  /// The bytes that it is to have.
  let new: [UInt8]
  /// What is known of the file besides; nil when it is made.
  let status: FileStatus?

  /// Its name in its directory.
  var name: String { JournalPath.name(of: path) }
  /// Whether writing it takes as long as starting a thread, many times over.
  var isLarge: Bool { new.count >= 256 << 10 }
  /// What a new file in its place must be like.
  var likeness: Stage.Likeness? {
    status.map { Stage.Likeness(permissions: $0.permissions, owner: $0.owner, group: $0.group) }
  }
}
