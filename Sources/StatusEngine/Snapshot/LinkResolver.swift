import StatusFileSystem
import StatusModel
import StatusRuntime
import StatusText

/// Looks up the targets of the links of a tree, without opening a file.
struct LinkResolver {
  let repository: any TreeSource
  let root: SpecsRoot
  /// The sizes, in bytes, of the files that have been read; no link stood in their way.
  private let sizes: [String: Int]
  /// The task directories, which the listing told to be no links.
  private let projects: Set<String>
  private let names: ListedNames

  init(
    repository: any TreeSource, root: SpecsRoot, files: [TrackedFile], listing: TreeListing
  ) {
    projects = Set(listing.directories.lazy.filter { !$0.isBehindLink }.map(\.path))
    names = listing.names
    self.repository = repository
    self.root = root
    sizes = Dictionary(
      files.lazy.filter { $0.kind == .plan && $0.failure == nil }.map { ($0.path, $0.byteCount) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The links with their targets, in the order in which they were given.
  func resolve(_ written: [Workspace.WrittenLinks], of workspace: Workspace, jobs: Int?) -> [ArtifactLink] {
    let files = workspace.files
    let tasks = groupsByTask(written)
    let resolved = Parallel.map(count: tasks.count, jobs: jobs, serialBelow: 16) {
      index -> [(group: Int, links: [ArtifactLink])] in
      // The files of one task give the same paths, in the same few directories.
      var known = TargetCache()
      return tasks[index].map { number in
        let group = written[number]
        let links = group.links.map { link in
          let (text, target) = target(of: link, group, &known)
          return ArtifactLink(
            file: files[group.file].path, range: link.range, text: text, task: group.task, target: target)
        }
        return (number, links)
      }
    }
    var links = [[ArtifactLink]](repeating: [], count: written.count)
    for (group, found) in resolved.joined() { links[group] = found }
    var nearest = NearestPaths(repository: repository, workspace: workspace) { link, directories in
      var known = TargetCache()
      return target(of: link, directories, from: nil, &known)
    }
    for group in links.indices {
      for index in links[group].indices where links[group][index].target == .missing {
        let link = links[group][index]
        let suggestion = nearest.nearest(
          to: link.text, of: link.task, directories: written[group].directories)
        links[group][index] = ArtifactLink(
          file: link.file, range: link.range, text: link.text, task: link.task, target: .missing,
          suggestion: suggestion)
      }
    }
    return links.flatMap { $0 }
  }

  /// The indices of the groups of each task.
  private func groupsByTask(_ written: [Workspace.WrittenLinks]) -> [[Int]] {
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for (index, group) in written.enumerated() {
      if let task = group.task, let place = places[task] {
        groups[place].append(index)
      } else {
        if let task = group.task { places[task] = groups.count }
        groups.append([index])
      }
    }
    return groups
  }

  /// The results for one task: a few paths, for which a list is faster than a table.
  private struct TargetCache {
    var targets: [(link: String, target: ArtifactLink.Target)] = []
    var files: [(path: String, status: FileStatus?)] = []
    var directories: [(path: String, isPlain: Bool)] = []

    /// More than a task has; a list with more would be slow to search.
    static let most = 64
  }

  /// The path that a link is taken for, and its target: the name as it is written where there is such a file, else the name
  /// without what points into the file; without such a file, the name with its percent escapes.
  private func target(
    of link: WrittenLink, _ group: Workspace.WrittenLinks, _ known: inout TargetCache
  ) -> (text: String, target: ArtifactLink.Target) {
    if let whole = link.whole {
      let found = target(of: whole, group.directories, from: group.start, &known)
      if case .file = found { return (whole, found) }
    }
    let found = target(of: link.path, group.directories, from: group.start, &known)
    if found == .missing, let literal = link.literal {
      let other = target(of: literal, group.directories, from: group.start, &known)
      if other != .missing { return (literal, other) }
    }
    return (link.path, found)
  }

  private func target(
    of link: String, _ directories: [String], from start: String?, _ known: inout TargetCache
  ) -> ArtifactLink.Target {
    if start == nil, let found = known.targets.first(where: { $0.link == link }) { return found.target }
    let found = lookUp(link, directories, from: start, &known)
    if start == nil, known.targets.count < TargetCache.most { known.targets.append((link, found)) }
    return found
  }

  private func lookUp(
    _ link: String, _ directories: [String], from start: String?, _ known: inout TargetCache
  ) -> ArtifactLink.Target {
    if LinkText.isAbsolute(link) { return .absolute }
    var target = link.isEmpty ? ArtifactLink.Target.missing : .outside
    // What leaves the place that it begins in is looked up from the repository root alone, unless it stays in the tree.
    lazy var leaves = RelativePath.leavesItsStart(link)
    root.visitCandidates(for: link, directories: directories, from: start) { candidate in
      if target != .unknown, root.contains(candidate) || !leaves { target = .missing }
      if let size = sizes[candidate] {
        target = .file(path: candidate, size: size)
        return true
      }
      guard names.mayExist(candidate), let found = self.found(at: candidate, &known) else { return false }
      target = found
      return found != .unknown
    }
    return target
  }

  /// What is at `path`; nil for nothing.
  private func found(at path: String, _ known: inout TargetCache) -> ArtifactLink.Target? {
    do {
      guard let status = try status(path, &known) else { return nil }
      if status.kind == .symbolicLink || !isPlain(directoryOf: path, &known) {
        return try targetBehindLinks(path)
      }
      return status.kind == .regular ? .file(path: path, size: status.size) : .directory(path: path)
    } catch {
      return .unknown
    }
  }

  /// The kind of file at `path`, without following a link; nil if nothing exists there.
  private func status(_ path: String, _ known: inout TargetCache) throws(FileSystemError) -> FileStatus? {
    if let found = known.files.first(where: { $0.path == path }) { return found.status }
    let status = try repository.status(path, followingLinks: false)
    if known.files.count < TargetCache.most { known.files.append((path, status)) }
    return status
  }

  /// Whether no directory on the way to `path` is a link.
  private func isPlain(directoryOf path: String, _ known: inout TargetCache) -> Bool {
    let directory = PathText.parent(of: path)
    if directory.isEmpty { return true }
    if let found = known.directories.first(where: { $0.path == directory }) { return found.isPlain }
    if directory == root.path || projects.contains(directory) { return true }
    let status = try? repository.status(directory, followingLinks: false)
    let isPlain = status?.kind == .directory && isPlain(directoryOf: directory, &known)
    if known.directories.count < TargetCache.most { known.directories.append((directory, isPlain)) }
    return isPlain
  }

  private func targetBehindLinks(_ path: String) throws(FileSystemError) -> ArtifactLink.Target {
    guard let status = try repository.status(path, followingLinks: true),
      let isInside = repository.isInside(path)
    else { return .missing }
    guard isInside else { return .outside }
    return status.kind == .regular ? .file(path: path, size: status.size) : .directory(path: path)
  }
}
