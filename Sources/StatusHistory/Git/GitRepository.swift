import StatusEngine
import StatusFileSystem
import StatusRuntime
import StatusText

/// A git repository: a working tree, one of several, a submodule, or a bare one.
package struct GitRepository: Sendable {
  /// Where in the repository's trees the given directory lies: "" or a path that ends with a slash.
  let prefix: String
  let git: GitProgram
  let directory: String
  let objects: GitObjects

  /// A commit has fewer bytes.
  private static let mostCommitBytes = 1 << 20

  /// The repository around `directory`.
  package init(around directory: String, _ git: GitProgram) throws(GitError) {
    try self.init(BegunRepository(around: directory, git))
  }

  /// The repository that git was started in, as soon as git has answered.
  package init(_ begun: BegunRepository) throws(GitError) {
    objects = begun.objects
    git = begun.git
    directory = begun.directory
    // Usually it is at the top, and no other process need be started.
    prefix = objects.areAtTop(by: begun.question) ? "" : try Self.prefix(of: directory, git)
  }

  private static func prefix(of directory: String, _ git: GitProgram) throws(GitError) -> String {
    let answer = try git.run(["rev-parse", "--show-prefix"], in: directory)
    guard answer.exitCode == 0 else { throw refusal(answer.errors, directory) }
    // A directory may have any name, also one with line ends.
    return Array(answer.output.dropLast()).withUnsafeBufferPointer(FileName.decode)
  }

  /// Whether older commits than those at its border are missing: a shallow clone.
  package var isShallow: Bool {
    (try? git.run(["rev-parse", "--is-shallow-repository"], in: directory))?.output.starts(with: "true".utf8)
      ?? false
  }

  private static func refusal(_ errors: [UInt8], _ directory: String) -> GitError {
    if errors.contains(text: "dubious ownership") { return .unsafe(directory) }
    if errors.contains(text: "not a git repository") { return .noRepository(directory) }
    return .failed("rev-parse", errors)
  }

  /// The commit that `revision` means; nil for HEAD before the first commit.
  package func commit(_ revision: RevisionName) throws(GitError) -> ObjectID? {
    guard let named = try namedCommit(revision)?.id else { return nil }
    guard revision.meansMergeBase else { return named }
    guard let head = try namedCommit(.head)?.id else { return nil }
    let bases = try git.run(["merge-base", named.digits, head.digits], in: directory)
    let line = bases.output.prefix { $0 != ASCII.lineFeed }
    guard bases.exitCode == 0, let base = ObjectID(line) else {
      if bases.exitCode == 1 { throw .noMergeBase(revision.name, isShallow: isShallow) }
      throw .failed("merge-base", bases.errors)
    }
    return base
  }

  private func namedCommit(_ revision: RevisionName) throws(GitError) -> GitObjects.Object? {
    // A tag may stand for a commit.
    for name in [revision.name, "\(revision.name)^{commit}"] {
      switch try objects.object(name, limit: Self.mostCommitBytes) {
      case .object(let object) where object.type == "commit": return object
      case .object(let object) where object.type == "tag": continue
      case .ambiguous: throw .ambiguousRevision(revision.name)
      default:
        if revision.isHead, try isUnborn() { return nil }
        throw .unknownRevision(revision.name, isShallow: isShallow)
      }
    }
    throw .unknownRevision(revision.name, isShallow: isShallow)
  }

  /// Whether HEAD is a branch without a commit.
  private func isUnborn() throws(GitError) -> Bool {
    try git.run(["symbolic-ref", "--quiet", "HEAD"], in: directory).exitCode == 0
  }

  /// The files of a commit, as those of the given directory; none before the first commit. Larger ones than `sizeLimit`
  /// bytes are not read.
  package func files(of commit: ObjectID?, sizeLimit: Int) throws(GitError) -> any TreeSource {
    guard let commit else { return MemorySource([:]) }
    return try tree(of: commit, sizeLimit: sizeLimit)
  }

  /// The same for a commit that there is, of which some `directories` may be known from other commits.
  package func tree(
    of commit: ObjectID, sizeLimit: Int, directories: KnownDirectories = KnownDirectories()
  ) throws(GitError) -> GitTree {
    guard case .object(let object) = try objects.objects([commit], limit: Self.mostCommitBytes)[0] else {
      throw .missingObject(commit.digits)
    }
    return try tree(of: object, sizeLimit: sizeLimit, directories: directories)
  }

  /// The files of the commit that `revision` means; nil for HEAD before the first commit.
  package func tree(of revision: RevisionName, sizeLimit: Int) throws(GitError) -> GitTree? {
    if revision.meansMergeBase {
      return try commit(revision).map { commit throws(GitError) in try tree(of: commit, sizeLimit: sizeLimit)
      }
    }
    return try namedCommit(revision).map { commit throws(GitError) in
      try tree(of: commit, sizeLimit: sizeLimit, directories: KnownDirectories())
    }
  }

  private func tree(of commit: GitObjects.Object, sizeLimit: Int, directories: KnownDirectories)
    throws(GitError)
    -> GitTree
  {
    guard commit.bytes.starts(with: "tree ".utf8),
      let tree = ObjectID(commit.bytes.dropFirst(5).prefix { $0 != ASCII.lineFeed })
    else { throw .missingObject(commit.id.digits) }
    return GitTree(tree, below: prefix, objects, sizeLimit: sizeLimit, directories: directories)
  }

  /// The regular files of a commit below some directories, with their objects.
  func paths(of commit: ObjectID, below directories: [String]) throws(GitError) -> [(String, ObjectID)] {
    let process = try git.start(
      ["ls-tree", "-r", "-z", "--full-name", commit.digits, "--"] + directories.map { $0.isEmpty ? "." : $0 },
      in: directory)
    process.closeInput()
    var paths: [(String, ObjectID)] = []
    do throws(ChildProcess.Failure) {
      while let line = try process.read(until: 0, limit: 1 << 16) {
        let words = line.split(separator: ASCII.tab, maxSplits: 1)
        let facts = words.first?.split(separator: ASCII.space) ?? []
        guard words.count == 2, facts.count == 3, facts[0].starts(with: "100".utf8),
          let id = ObjectID(facts[2])
        else { continue }
        let path = Array(words[1]).withUnsafeBufferPointer(FileName.decode)
        if path.hasPrefix(prefix) { paths.append((String(path.dropFirst(prefix.count)), id)) }
      }
    } catch {
      throw .silent("ls-tree", error, process.errors(limit: GitProgram.errorLimit))
    }
    guard process.wait() == 0 else {
      throw .failed("ls-tree", process.errors(limit: GitProgram.errorLimit))
    }
    return paths
  }

  /// Why git could not read something since the repository was opened; nil if it could.
  package var failure: GitError? { objects.failure }
}
