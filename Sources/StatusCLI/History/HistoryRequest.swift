import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusModel

/// Whose history is wanted: the trees, the repository, the commits.
struct HistoryRequest {
  /// The directories of the trees, from the repository's; also those where they may have been earlier.
  let roots: [String]
  /// The standard.
  let profile: Profile
  /// Whether the clone is shallow.
  var isShallow: Bool { repository.isShallow }
  private let repository: GitRepository
  private let since: ObjectID?
  private let until: ObjectID?

  /// The history of the trees that --root names, or of those in or above the working directory; in a repository without
  /// files, such as a bare one, of the trees of its commits.
  init(
    _ common: CommonOptions, since: RevisionName?, until: RevisionName, in surroundings: Surroundings
  ) throws(CommandError) {
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    let start = common.root ?? "."
    var roots: [String] = []
    var directory = discovery.absolutePath(start)
    var absence: CommandError?
    var finder = ConfigurationFinder(common, surroundings)
    var nearest: TreeLocation?
    let configuration: Configuration
    do throws(CommandError) {
      let locations = try discovery.wholeTrees(start)
      directory = locations[0].repository
      nearest = locations.first
      roots = locations.map(\.root.path)
    } catch {
      absence = error
    }
    if let nearest {
      configuration = try finder.configuration(of: nearest, under: common.commandLine)
    } else {
      configuration = try finder.configuration(around: directory, under: common.commandLine)
    }
    do throws(GitError) {
      let repository = try GitRepository(around: directory, GitProgram(surroundings.variable))
      self.repository = repository
      self.until = try repository.commit(until)
      if let since { self.since = try repository.commit(since) } else { self.since = nil }
    } catch {
      throw absence ?? CommandError(error)
    }
    let known = roots
    self.roots = known + SpecsRoot.usualPaths.filter { !known.contains($0) && !known.contains("") }
    let tree: Snapshot?
    do throws(GitError) {
      let files = try repository.files(of: self.until, sizeLimit: DirectorySource.usualSizeLimit)
      tree = Self.tree(files, self.roots)
    } catch {
      throw CommandError(error)
    }
    if tree == nil, let absence { throw absence }
    let found =
      try CommonOptions.profile(named: configuration.profile) ?? tree?.workspace.profile ?? .opencode
    profile = configuration.profileChanges.map(found.changed) ?? found
  }

  /// The first of the trees that a commit has: of it, only the profile is wanted.
  private static func tree(_ files: any TreeSource, _ roots: [String]) -> Snapshot? {
    guard let now = Timestamp(secondsSince1970: 0) else { return nil }
    var settings = Snapshot.Settings(now: now)
    settings.followsLinks = false
    for root in roots {
      let root = SpecsRoot(path: root)
      for name in ["TODO.md", "state.json"] {
        if case .bytes = files.read(root.path(name)) {
          return try? Snapshot.read(root, from: files, settings)
        }
      }
    }
    return nil
  }

  /// Goes through the commits; nil if there is none.
  func audit(isMainline: Bool) throws(CommandError) -> HistoryAudit? {
    guard let until else { return nil }
    var settings = HistoryAudit.Settings(
      roots: roots, profile: profile, until: until, sizeLimit: DirectorySource.usualSizeLimit)
    settings.since = since
    settings.isMainline = isMainline
    return try asking { () throws(GitError) in try HistoryAudit(repository, settings) }
  }

  /// What `question` gives, with an error of git as one of the command.
  func asking<Answer>(_ question: () throws(GitError) -> Answer) throws(CommandError) -> Answer {
    do throws(GitError) {
      return try question()
    } catch {
      throw CommandError(error)
    }
  }
}
