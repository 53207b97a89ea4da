import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusModel

/// Asks git when tasks and phases have got their statuses.
enum ArrivalSearch {
  /// Those of the tree at `location`, judged by `profile`; none where git does not tell: it is not installed, the tree is
  /// not in a repository, or an object is missing.
  static func find(_ location: TreeLocation, _ profile: Profile, in surroundings: Surroundings)
    -> StatusArrivals
  {
    (try? ask(location, profile, in: surroundings)) ?? StatusArrivals()
  }

  private static func ask(_ location: TreeLocation, _ profile: Profile, in surroundings: Surroundings)
    throws(GitError) -> StatusArrivals
  {
    let git = try GitProgram(surroundings.variable)
    let root = location.root.path
    let range = HistoryRange(
      roots: [root] + SpecsRoot.usualPaths.filter { $0 != root }, until: nil,
      sizeLimit: DirectorySource.usualSizeLimit)
    let reader = try HistoryReader(range, git, around: location.repository)
    let repository = try GitRepository(around: location.repository, git)
    let audit = try HistoryAudit(reader, of: repository, by: profile)
    var tracker = ArrivalTracker(root: root, isShallow: repository.isShallow)
    while let (commit, events) = try audit.next() { tracker.observe(events, of: commit, in: audit) }
    return tracker.arrivals
  }
}
