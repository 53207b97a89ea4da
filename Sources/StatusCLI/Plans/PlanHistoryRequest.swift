import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusHistory
import StatusText

/// Whose history is wanted: roots of other formats in one repository.
struct PlanHistoryRequest {
  /// The roots, in the order in which they were found.
  let roots: [HistoricRoot]
  /// Whether the clone is shallow.
  var isShallow: Bool { repository.isShallow }
  private let repository: GitRepository
  /// The last commit; nil before the first one.
  private let last: ObjectID?
  private let now: Int

  /// The history of `roots` of the repository at `directory`, up to the commit that `until` means.
  init(
    _ roots: [HistoricRoot], in directory: String, until: RevisionName, _ surroundings: Surroundings
  ) throws(CommandError) {
    self.roots = roots
    now = surroundings.now()
    (repository, last) = try CommandError.asking { () throws(GitError) in
      let repository = try GitRepository(around: directory, GitProgram(surroundings.variable))
      return (repository, try repository.commit(until))
    }
  }

  /// The files of the last commit; nil before the first one.
  func files() throws(CommandError) -> GitTree? {
    try CommandError.asking { () throws(GitError) in
      try last.map { last throws(GitError) in
        try repository.tree(of: last, sizeLimit: DirectorySource.usualSizeLimit)
      }
    }
  }

  /// Goes through the commits after `since`; nil if there is none. With `isMainline`, only first parents are followed.
  func audit(since: RevisionName?, isMainline: Bool) throws(CommandError) -> PlanAudit? {
    guard let last else { return nil }
    return try CommandError.asking { () throws(GitError) in
      let first = try since.flatMap { since throws(GitError) in try repository.commit(since) }
      return try PlanAudit(
        repository, roots, until: last, since: first, isMainline: isMainline,
        sizeLimit: DirectorySource.usualSizeLimit, now: now)
    }
  }
}
