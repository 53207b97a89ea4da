import StatusFileSystem
import StatusModel
import StatusRuntime
import StatusText

/// Goes through the commits of a repository, parents before their children, and tells what each did to tasks and phases.
///
/// What a file says is compared with what it said in each parent. Each content is parsed once, some commits ahead; a tree is
/// kept only as long as children of its commit are to come.
package final class HistoryAudit {
  private let repository: GitRepository
  private let range: HistoryRange
  /// The standard by which it is judged.
  let profile: Profile
  private let portions: Ahead<Result<HistoryReader.Portion, GitError>>
  private var cursor: HistoryCursor<HistoricTree>
  private var ahead: ArraySlice<LoggedCommit> = []
  private var contents: [ObjectID: HistoricFile] = [:]
  private var parser: ContentParser
  /// Where each tree that was moved was at first, by the directory that it has now.
  private var firstRoots: [String: String] = [:]
  /// The tree after the last commit.
  private(set) var tree = HistoricTree()

  /// So many contents of a revision are read at once.
  private static let portion = 64

  /// The history of `repository` that `reader` reads, judged by `profile`.
  package init(_ reader: HistoryReader, of repository: GitRepository, by profile: Profile) throws(GitError) {
    self.profile = profile
    self.repository = repository
    range = reader.range
    parser = ContentParser(profile)
    portions = reader.portions(from: repository.objects, by: profile)
    cursor = HistoryCursor(try reader.childCounts())
  }

  /// The next commit with what it did; nil after the last one.
  package func next() throws(GitError) -> (commit: LoggedCommit, events: [HistoryEvent])? {
    while ahead.isEmpty {
      guard let portion = portions.next() else { return nil }
      take(try portion.get())
    }
    guard let commit = ahead.popFirst() else { return nil }
    // Without another owner, the first parent's tree becomes that of the commit without a copy.
    tree = HistoricTree()
    var parents: [HistoricTree] = []
    for parent in range.isMainline ? commit.parents.prefix(1) : commit.parents[...] {
      if let tree = cursor.tree(after: parent) {
        parents.append(tree)
      } else {
        parents.append(try read(parent))
      }
    }
    if !parents.isEmpty { tree = parents.removeFirst() }
    let files = apply(commit, to: &tree)
    cursor.keep(tree, after: commit.id)
    let comparison = CommitComparison(
      files, to: tree, others: parents, roots: range.roots, profile)
    for move in comparison.movedRoots { firstRoots[move.new] = firstRoots[move.old] ?? move.old }
    let events = comparison.events.map { event in
      var event = event
      event.firstRoot = firstRoots[event.root]
      return event
    }
    return (commit, events)
  }

  /// Takes over what the commit changed.
  private func apply(_ commit: LoggedCommit, to tree: inout HistoricTree) -> [CommitComparison.ChangedFile] {
    var files: [CommitComparison.ChangedFile] = []
    for difference in commit.differences {
      let place = difference.place
      tree.count(place, by: (difference.new == nil ? 0 : 1) - (difference.old == nil ? 0 : 1))
      guard let kind = place.kind else { continue }
      let old = tree.files[difference.path]
      let read = difference.new.flatMap { contents[$0] }
      let new = old.map { old in read.map { $0.after(old) } } ?? read
      tree.set(difference.path, place, to: new)
      files.append(
        CommitComparison.ChangedFile(path: difference.path, place: place, kind: kind, old: old, new: new))
    }
    return files
  }

  // MARK: Reading

  private func take(_ portion: HistoryReader.Portion) {
    if portion.beginsAnew { contents = [:] }
    for (id, file) in portion.contents { contents[id] = file }
    ahead = portion.commits[...]
  }

  private func parse(_ wanted: [HistoryReader.Content]) {
    for (content, file) in zip(wanted, parser.parse(wanted)) { contents[content.id] = file }
  }

  /// The tree after a commit that is not in the log: where the history begins.
  private func read(_ commit: ObjectID) throws(GitError) -> HistoricTree {
    var tree = HistoricTree()
    var files: [(path: String, place: HistoricPlace, id: ObjectID, kind: TrackedFile.Kind)] = []
    for (path, id) in try repository.paths(of: commit, below: range.roots) {
      guard let place = HistoricPlace(path, roots: range.roots) else { continue }
      tree.count(place, by: 1)
      if let kind = place.kind { files.append((path, place, id, kind)) }
    }
    var left = files.filter { contents[$0.id] == nil }[...]
    while !left.isEmpty {
      let wanted = left.prefix(Self.portion)
      left = left.dropFirst(wanted.count)
      let answers = try repository.objects.objects(wanted.map(\.id), limit: range.sizeLimit)
      parse(zip(wanted, answers).map { .init(id: $0.id, path: $0.path, kind: $0.kind, answer: $1) })
    }
    for file in files { tree.set(file.path, file.place, to: contents[file.id]) }
    return tree
  }
}
