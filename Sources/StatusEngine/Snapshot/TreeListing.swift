import StatusModel

/// What the directories of a tree hold, as far as they were listed.
struct TreeListing: Sendable {
  /// The directories of tasks, sorted by path.
  let directories: [ProjectDirectory]
  /// The paths of directories with a task's files whose number is too large.
  let misnumbered: [String]
  /// The names in the tree itself, in archive/ and in vault/.
  let names: ListedNames
}
