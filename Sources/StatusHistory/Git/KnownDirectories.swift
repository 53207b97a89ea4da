import Synchronization

/// Directories of commits that were read, by their names: commits have most of them in common.
package final class KnownDirectories: Sendable {
  private let directories = Mutex<[ObjectID: TreeObject]>([:])

  /// More are not kept.
  private static let limit = 4096

  /// No directory yet.
  package init() {}

  /// The directory of that name; nil if it is not known.
  subscript(_ id: ObjectID) -> TreeObject? { directories.withLock { $0[id] } }

  /// Keeps a directory.
  func keep(_ directory: TreeObject, _ id: ObjectID) {
    directories.withLock { directories in
      if directories.count >= Self.limit { directories.removeAll() }
      directories[id] = directory
    }
  }
}
