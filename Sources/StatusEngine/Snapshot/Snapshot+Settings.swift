import StatusFileSystem
import StatusModel
import StatusRules

extension Snapshot {
  /// How much of a tree is read, and how.
  package struct Settings: Sendable {
    /// The rules that judge the tree, and how much their findings matter; nil for none.
    package var selection: RuleSelection?
    /// The requested profile; nil to detect it.
    package var profile: Profile?
    /// What the project changes of the profile; nil for nothing.
    package var changes: ProfileChanges?
    /// Whether plans and project states of the archive are read too.
    package var includesArchive = false
    /// How many threads; nil for one a processor.
    package var jobs: Int?
    /// The present.
    package var now: Timestamp
    /// Whether the bytes of all files are kept, since edits are to be made in them: they must be made in the very bytes
    /// that they were planned on.
    package var keepsBytes = false
    /// Whether it is looked up what links lead to; a tree that only its statuses are asked of needs none.
    package var followsLinks = true
    /// The only tasks that are to be edited, whose directories are read and whose links are followed; of others no more
    /// is known than their statuses. Nil for all.
    package var tasks: Set<Int>?

    /// All of the tree but its archive, as it is at `now`.
    package init(now: Timestamp) { self.now = now }
  }

  /// The tree at `root` in `source`. On the way, the rules look at every plan and project state. Files that cannot be
  /// read are in it, with the reason; only a root that cannot be listed is an error.
  package static func read(
    _ root: SpecsRoot, from source: any TreeSource, _ settings: Settings
  ) throws(FileSystemError) -> Snapshot {
    try TreeLoader(root: root, source: source, settings: settings).load()
  }
}
