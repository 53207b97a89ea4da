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
    /// Whether one thread reads a small tree, so that every run makes the same calls before it writes: each of them can be
    /// made to fail in a test.
    package var readsInOrder = false
    /// Whether the bytes of plans are kept, since they are compared with those of another state of the tree.
    package var keepsPlans = false
    /// Whether it is looked up what links lead to; a tree that only its statuses are asked of needs none.
    package var followsLinks = true
    /// The only tasks that are to be edited, whose directories are read and whose links are followed; of others no more
    /// is known than their statuses. Nil for all.
    package var tasks: Set<Int>?

    /// The edit of TODO.md or state.json with which the tree is going to be looked at; nil if none is known.
    package var expectedEdit: ExpectedEdit?

    /// When tasks and phases have got their statuses, where git was asked.
    var arrivals = StatusArrivals()

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

  /// The profile of the tree at `root` in `source`. No more is read than it takes to tell.
  package static func detection(of root: SpecsRoot, from source: any TreeSource) throws(FileSystemError)
    -> ProfileDetection?
  {
    guard let now = Timestamp(secondsSince1970: 0) else { return nil }
    return try TreeLoader(root: root, source: source, settings: Settings(now: now)).detection()
  }

  /// What another state of the tree says about tasks, at `root` in `source`, in the same profile: that of a revision. What
  /// is not in `changes` is the same in it, and is not read. The snapshot must have the bytes of its plans.
  package func otherState(
    _ root: SpecsRoot, from source: any TreeSource, except changes: TreeChanges
  ) throws(FileSystemError) -> Workspace {
    var settings = Settings(now: workspace.now)
    settings.profile = workspace.profile
    settings.jobs = loader.settings.jobs
    settings.followsLinks = false
    return try TreeLoader(root: root, source: source, settings: settings)
      .load(known: KnownFiles(self, except: changes, areAll: true)).workspace
  }
}
