import StatusFileSystem
import StatusModel
import StatusRuntime
import StatusText

/// Goes through the commits of a repository, parents before their children, and tells what each did to tasks and phases.
///
/// What a file says is compared with what it said in each parent. Each content is parsed once, on all processors, some
/// commits ahead; a tree is kept only as long as children of its commit are to come.
package struct HistoryAudit {
  /// Which part of the history is wanted, and how it is judged.
  package struct Settings: Sendable {
    /// The directories of the trees, also those that they had earlier.
    package var roots: [String]
    /// The standard.
    package var profile: Profile
    /// The commit that the history ends with.
    package var until: ObjectID
    /// The commit after which it begins; nil for the first.
    package var since: ObjectID?
    /// Whether of a merge only the first parent is followed.
    package var isMainline = false
    /// Larger files are not read, in bytes.
    package var sizeLimit: Int

    /// The whole history until a commit.
    package init(roots: [String], profile: Profile, until: ObjectID, sizeLimit: Int) {
      self.roots = roots
      self.profile = profile
      self.until = until
      self.sizeLimit = sizeLimit
    }
  }

  private let repository: GitRepository
  private let settings: Settings
  private var log: CommitLog
  private var cursor: HistoryCursor
  private var ahead: [LoggedCommit] = []
  private var contents: [ObjectID: HistoricFile] = [:]
  /// The tree after the last commit.
  private(set) var tree = HistoricTree()

  /// So many commits are read ahead.
  private static let commitsAhead = 64
  /// So many contents are kept beside those of the trees: the same content comes again on another branch.
  private static let mostContents = 4096

  /// The history of `repository`.
  package init(_ repository: GitRepository, _ settings: Settings) throws(GitError) {
    self.repository = repository
    self.settings = settings
    let range = [settings.until.digits] + (settings.since.map { ["^\($0.digits)"] } ?? [])
    let counts = try CommitLog.childCounts(
      repository, range, paths: settings.roots, isMainline: settings.isMainline)
    cursor = HistoryCursor(counts)
    log = try CommitLog(repository, range, paths: settings.roots, isMainline: settings.isMainline)
  }

  /// The next commit with what it did; nil after the last one.
  package mutating func next() throws(GitError) -> (commit: LoggedCommit, events: [HistoryEvent])? {
    if ahead.isEmpty { try readAhead() }
    guard !ahead.isEmpty else { return nil }
    let commit = ahead.removeFirst()
    var parents: [HistoricTree] = []
    let known = settings.isMainline ? commit.parents.prefix(1) : commit.parents[...]
    for parent in known {
      if let tree = cursor.tree(after: parent) {
        parents.append(tree)
      } else {
        parents.append(try read(parent))
      }
    }
    let before = parents.first ?? HistoricTree()
    var after = before
    let files = apply(commit, from: before, to: &after)
    cursor.keep(after, after: commit.id)
    tree = after
    let comparison = CommitComparison(
      files, from: before, to: after, others: Array(parents.dropFirst()), settings.profile)
    return (commit, comparison.events)
  }

  /// Takes over what the commit changed.
  private func apply(_ commit: LoggedCommit, from before: HistoricTree, to after: inout HistoricTree)
    -> [CommitComparison.ChangedFile]
  {
    var files: [CommitComparison.ChangedFile] = []
    for difference in commit.differences {
      guard let place = HistoricPlace(difference.path, roots: settings.roots) else { continue }
      after.count(place, by: (difference.new == nil ? 0 : 1) - (difference.old == nil ? 0 : 1))
      guard let kind = place.kind else { continue }
      let old = before.files[difference.path]
      let read = difference.new.flatMap { contents[$0] }
      let new = old.map { old in read.map { $0.after(old) } } ?? read
      after.set(difference.path, to: new)
      files.append(
        CommitComparison.ChangedFile(path: difference.path, place: place, kind: kind, old: old, new: new))
    }
    return files
  }

  /// The tree of which `path` is the TODO.md or the registry; nil for another file.
  func changedRoot(_ path: String) -> String? {
    guard let place = HistoricPlace(path, roots: settings.roots) else { return nil }
    return place.kind == .taskList || place.kind == .registry ? place.root : nil
  }

  // MARK: Reading

  private mutating func readAhead() throws(GitError) {
    if contents.count > Self.mostContents { contents = [:] }
    while ahead.count < Self.commitsAhead, let commit = try log.next() { ahead.append(commit) }
    var wanted: [(id: ObjectID, path: String, kind: TrackedFile.Kind)] = []
    for difference in ahead.lazy.flatMap(\.differences) {
      if let id = difference.new, let kind = HistoricPlace(difference.path, roots: settings.roots)?.kind {
        wanted.append((id, difference.path, kind))
      }
    }
    try read(wanted)
  }

  /// Reads and parses contents that are not known yet.
  private mutating func read(_ wanted: [(id: ObjectID, path: String, kind: TrackedFile.Kind)])
    throws(GitError)
  {
    var seen: Set<ObjectID> = []
    let new = wanted.filter { contents[$0.id] == nil && seen.insert($0.id).inserted }
    var start = 0
    while start < new.count {
      let part = new[start..<min(start + Self.commitsAhead, new.count)]
      start = part.endIndex
      let answers = try repository.objects.objects(part.map(\.id), limit: settings.sizeLimit)
      let vocabulary = settings.profile.vocabulary
      let parsed = Parallel.map(count: part.count, serialBelow: 2) { index in
        let file = part[part.startIndex + index]
        return Self.parse(answers[index], file.path, file.kind, vocabulary)
      }
      for (file, content) in zip(part, parsed) { contents[file.id] = content }
    }
  }

  private static func parse(
    _ answer: GitObjects.Answer, _ path: String, _ kind: TrackedFile.Kind, _ vocabulary: StatusVocabulary
  ) -> HistoricFile {
    switch answer {
    case .object(let object):
      HistoricFile(kind, SourceText(path: path, bytes: object.bytes), vocabulary)
    case .tooLarge(let size): HistoricFile(fault: "cannot be read: its \(size) bytes are more than the limit")
    case .missing, .ambiguous: HistoricFile(fault: "cannot be read: it is missing from the git repository")
    }
  }

  /// The tree after a commit that is not in the log: where the history begins.
  private mutating func read(_ commit: ObjectID) throws(GitError) -> HistoricTree {
    var tree = HistoricTree()
    var wanted: [(id: ObjectID, path: String, kind: TrackedFile.Kind)] = []
    for (path, id) in try repository.paths(of: commit, below: settings.roots) {
      guard let place = HistoricPlace(path, roots: settings.roots) else { continue }
      tree.count(place, by: 1)
      if let kind = place.kind { wanted.append((id, path, kind)) }
    }
    try read(wanted)
    for file in wanted { tree.set(file.path, to: contents[file.id]) }
    return tree
  }
}
