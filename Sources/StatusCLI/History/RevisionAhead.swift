import StatusEngine
import StatusHistory
import StatusModel
import StatusRuntime

/// A revision that another thread asks git for. What a specs tree is compared with is read then.
struct RevisionAhead: Sendable {
  private struct Found {
    let repository: GitRepository
    /// Its files; nil before the first commit.
    let tree: GitTree?
  }

  private let directory: String
  private let roots: [String]
  private let found: Future<Result<Found, GitError>>

  /// Begins to look for the revision in a repository, and to read its trees at `roots`.
  init(_ name: RevisionName, in begun: BegunRepository, roots: [String]) {
    directory = begun.directory
    self.roots = roots
    found = Future {
      Result { () throws(GitError) in
        let repository = try GitRepository(begun)
        let tree = try repository.tree(of: name, sizeLimit: 0)
        for root in roots { tree?.readAhead(below: root) { $0 == "plans" } }
        return Found(repository: repository, tree: tree)
      }
    }
  }

  /// Whether it is the revision of the tree at `location`, with the directories that are compared.
  func covers(_ location: TreeLocation) -> Bool {
    directory == location.repository && (location.format != nil || roots.contains(location.root.path))
  }

  /// The revision, once git has found it. Files with more than `sizeLimit` bytes are not read.
  func revision(sizeLimit: Int) throws(CommandError) -> Revision {
    try CommandError.asking { () throws(GitError) in
      let found = try found.wait().get()
      return Revision(found.tree?.limited(to: sizeLimit) ?? MemorySource([:]), in: found.repository)
    }
  }
}
