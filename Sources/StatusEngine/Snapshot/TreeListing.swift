import StatusModel

/// What the directories of a tree hold, as far as they were listed.
struct TreeListing: Sendable {
  /// The tree, with every place where links find archived tasks.
  let root: SpecsRoot
  /// The directories of tasks: those that their names tell sorted by path, then the others.
  let directories: [ProjectDirectory]
  /// Whether names tell all these directories, and all plans lie in them: no link in TODO.md or state.json leads to others.
  let isTold: Bool
  /// The paths of directories with a task's files whose number is too large.
  let misnumbered: [String]
  /// The names in the tree itself, in archive/ and in vault/.
  let names: ListedNames
}
