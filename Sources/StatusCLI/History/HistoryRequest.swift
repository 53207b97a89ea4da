import StatusConfiguration
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
    let places = roots + SpecsRoot.usualPaths.filter { !roots.contains($0) && !roots.contains("") }
    self.roots = places
    let files: any TreeSource
    do throws(GitError) {
      let repository = try GitRepository(around: directory, GitProgram(surroundings.variable))
      self.repository = repository
      let last = try repository.commit(until)
      reader = try last.map { last throws(GitError) in
        var range = HistoryRange(
          roots: places, until: last, sizeLimit: DirectorySource.usualSizeLimit)
        range.since = try since.flatMap { since throws(GitError) in try repository.commit(since) }
        range.isMainline = isMainline
        return try HistoryReader(repository, range)
      }
      // git goes through the commits meanwhile.
      files = try repository.files(of: last, sizeLimit: DirectorySource.usualSizeLimit)
    } catch {
      throw absence ?? CommandError(error)
    }
    let detected = Self.detection(files, places)
    if detected == nil, let absence { throw absence }
    let requested = try CommonOptions.profile(named: configuration.profile)
    let found =
      requested.map { ProfileDetection(requested: $0) } ?? detected ?? ProfileDetection(requested: .opencode)
    detection = configuration.profileChanges.map(found.changed) ?? found
  }

  /// The profile of the first of the trees that a commit has.
  private static func detection(_ files: any TreeSource, _ roots: [String]) -> ProfileDetection? {
    for root in roots {
      let root = SpecsRoot(path: root)
      for path in [root.taskList, root.registry] {
        if case .bytes = files.read(path) { return try? Snapshot.detection(of: root, from: files) }
      }
    }
    return nil
  }

  /// The tree as reports name it.
  var tree: CheckedTree {
    CheckedTree(root: roots[0], profile: profile.name, profileReason: detection.reason)
  }

  /// Goes through the commits; nil if there is none.
  func audit() throws(CommandError) -> HistoryAudit? {
    guard let reader else { return nil }
    return try asking { () throws(GitError) in try HistoryAudit(reader, by: profile) }
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
