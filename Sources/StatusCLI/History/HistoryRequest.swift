import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusModel

/// Whose history is wanted: the trees, the repository, the commits.
struct HistoryRequest {
  /// The directories of the trees, from the repository's; also those where they may have been earlier.
  let roots: [String]
  /// The standard, and why it is that.
  let detection: ProfileDetection
  /// The standard.
  var profile: Profile { detection.profile }
  /// Whether the clone is shallow.
  var isShallow: Bool { repository.isShallow }
  private let repository: GitRepository
  /// What reads the commits; nil before the first commit.
  private let reader: HistoryReader?

  /// The history of the trees that --root names, or of those in or above the working directory; in a repository without
  /// files, such as a bare one, of the trees of its commits. With `isMainline`, only first parents are followed.
  init(
    _ common: CommonOptions, since: RevisionName?, until: RevisionName, isMainline: Bool,
    in surroundings: Surroundings
  ) throws(CommandError) {
    let place = try HistoryPlace(common, in: surroundings)
    roots = place.roots
    let files: any TreeSource
    do throws(GitError) {
      let git = try GitProgram(surroundings.variable)
      func read(until last: ObjectID?, since first: ObjectID? = nil) throws(GitError) -> HistoryReader {
        var range = HistoryRange(
          roots: place.roots, until: last, sizeLimit: DirectorySource.usualSizeLimit)
        range.since = first
        range.isMainline = isMainline
        return try HistoryReader(range, git, around: place.directory)
      }
      // git goes through the commits from here on, unless it has to tell first which ones are wanted.
      let begun = until == .head && since == nil ? try read(until: nil) : nil
      let repository = try GitRepository(around: place.directory, git)
      let last = try repository.commit(until)
      self.repository = repository
      reader = try last.map { last throws(GitError) in
        let first = try since.flatMap { since throws(GitError) in try repository.commit(since) }
        if let begun { return begun }
        return try read(until: last, since: first)
      }
      files = try repository.files(of: last, sizeLimit: DirectorySource.usualSizeLimit)
    } catch {
      throw place.absence ?? CommandError(error)
    }
    detection = try place.detection(in: files)
  }

  /// The tree as reports name it.
  var tree: CheckedTree {
    CheckedTree(root: roots[0], profile: profile.name, profileReason: detection.reason)
  }

  /// Goes through the commits; nil if there is none.
  func audit() throws(CommandError) -> HistoryAudit? {
    guard let reader else { return nil }
    return try CommandError.asking { () throws(GitError) in
      try HistoryAudit(reader, of: repository, by: profile)
    }
  }
}
