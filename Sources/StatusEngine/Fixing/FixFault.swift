import StatusFileSystem

/// Why a tree cannot be fixed: a mistake of ours in the fixes of rules, or a tree that cannot be read any more. Nothing
/// of it may be written then.
package enum FixFault: Error, Equatable, Sendable {
  /// The fixes of `rules` undo each other's work in the files at `paths`.
  case neverEnds(rules: [String], paths: [String])
  /// A fix of one of `rules` does not fit into the file at `path`, or makes it unreadable.
  case breaksFile(rules: [String], path: String)
  /// A fix would call a task completed, which only a person may do.
  case completes(task: Int)
  /// The tree cannot be listed any more.
  case unreadable(FileSystemError)
}
