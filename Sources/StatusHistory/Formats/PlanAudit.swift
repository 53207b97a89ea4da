import StatusEngine
import StatusText

/// Goes through the commits of a repository, parents before their children, and tells what each did to the subjects of
/// roots of other formats.
///
/// A root is read at each commit that changes it. Files and directories that the last commit had are known by their names
/// in git, and of earlier commits only what they say of subjects is kept, as long as children are to come.
package struct PlanAudit {
  /// The roots.
  package let roots: [HistoricRoot]
  private let repository: GitRepository
  private let range: HistoryRange
  private var log: CommitLog
  private var cursor: HistoryCursor<[RootState]>
  private var readers: [RootReader]
  private let directories = KnownDirectories(limit: Self.mostNames)
  /// What the last commit says of each root.
  private(set) var states: [RootState] = []
  /// Whether an object was missing.
  private var missesFiles = false

  /// So many names in directories are known at once.
  private static let mostNames = 1 << 16

  /// The history of `roots` until the commit `until`, after `since` if it is given. With `isMainline`, only first parents
  /// are followed. `now` is the present, in seconds since 1970.
  package init(
    _ repository: GitRepository, _ roots: [HistoricRoot], until: ObjectID, since: ObjectID?, isMainline: Bool,
    sizeLimit: Int, now: Int
  ) throws(GitError) {
    self.repository = repository
    self.roots = roots
    let files = try repository.tree(of: until, sizeLimit: sizeLimit, directories: directories)
    readers = roots.map { RootReader($0, in: files, now: now) }
    var range = HistoryRange(
      roots: Set(readers.flatMap(\.places)).sorted(), until: until, sizeLimit: sizeLimit)
    range.since = since
    range.isMainline = isMainline
    self.range = range
    // Both go through the same commits, at the same time.
    let counts = isMainline ? nil : try ChildCounts(range, repository.git, in: repository.directory)
    log = try CommitLog(range, repository.git, in: repository.directory, isRaw: false)
    cursor = HistoryCursor(try counts?.wait())
  }

  /// The next commit with what it did; nil after the last one.
  package mutating func next() throws(GitError) -> (commit: LoggedCommit, events: [SubjectEvent])? {
    guard let commit = try log.next() else { return nil }
    var parents: [[RootState]] = []
    for parent in range.isMainline ? commit.parents.prefix(1) : commit.parents[...] {
      if let states = cursor.tree(after: parent) {
        parents.append(states)
      } else {
        parents.append(try read(parent, after: nil))
      }
    }
    states = try read(commit.id, after: parents.first)
    cursor.keep(states, after: commit.id)
    let events = roots.indices.flatMap { index in
      SubjectComparison(
        roots[index], from: parents.first?[index] ?? RootState(), to: states[index],
        others: parents.dropFirst().map { $0[index] }
      ).events
    }
    return (commit, events)
  }

  private mutating func read(_ commit: ObjectID, after earlier: [RootState]?) throws(GitError) -> [RootState]
  {
    let tree = try repository.tree(of: commit, sizeLimit: range.sizeLimit, directories: directories)
    var states: [RootState] = []
    for index in readers.indices {
      states.append(try readers[index].state(tree, after: earlier?[index]))
    }
    // A missing file is reported where it is read; of a missing directory, nothing would be known.
    missesFiles = missesFiles || states.contains { !$0.faults.isEmpty }
    if !missesFiles, let failure = repository.failure { throw failure }
    return states
  }
}
