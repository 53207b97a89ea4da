import Synchronization

/// Directories of commits that were read, by their names: commits have most of them in common.
package final class KnownDirectories: Sendable {
  private struct State {
    var directories: [ObjectID: TreeObject] = [:]
    /// How many names are in them.
    var count = 0
  }

  private let state = Mutex(State())
  private let limit: Int

  /// No directory yet. Those with more than `limit` names in all are not kept: many commits have no end.
  package init(limit: Int = .max) { self.limit = limit }

  /// The directory of that name; nil if it is not known.
  subscript(_ id: ObjectID) -> TreeObject? { state.withLock { $0.directories[id] } }

  /// Keeps a directory.
  func keep(_ directory: TreeObject, _ id: ObjectID) {
    state.withLock { state in
      if state.count > limit { state = State() }
      state.count += directory.entries.count
      state.directories[id] = directory
    }
  }
}
