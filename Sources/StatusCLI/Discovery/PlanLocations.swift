import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusModel
import StatusText

/// Finds the roots of other formats that paths mean: those below a directory, and those that a path lies in.
struct PlanLocations {
  private let discovery: TreeDiscovery
  private let known: [any PlanFormat]
  private let sought: SoughtFormats

  /// A search for all of the formats `known`, or for the one of that name.
  init(_ discovery: TreeDiscovery, _ known: [any PlanFormat], only: String?) {
    self.discovery = discovery
    self.known = known
    sought = SoughtFormats(known, only: only)
  }

  /// What a path means: roots, and the directories below it that have a configuration of their own.
  typealias Found = (roots: [TreeLocation], configured: [String])

  /// The roots that `path` means; none if nothing is there.
  func locations(_ path: String) -> [TreeLocation] { search(path).roots }

  /// The same, with the directories below `path` that have a configuration of their own.
  func search(_ path: String) -> Found {
    let given = discovery.absolutePath(path)
    guard let place = try? discovery.fileSystem.realPath(given),
      let kind = try? discovery.fileSystem.status(place, at: nil, followingLinks: true).kind
    else { return ([], []) }
    let isDirectory = kind == .directory
    let start = isDirectory ? place : TreeRoots.parent(of: place) ?? "/"
    if let repository = discovery.gitRepository(of: start) {
      return search(place, isDirectory: isDirectory, in: repository)
    }
    // Without a repository, the root itself tells where one would be. The directories below `parent` have been looked at.
    var directory = place
    while let parent = TreeRoots.parent(of: directory), parent != "/" {
      let inside = TreeRoots.relative(place, to: parent)
      let around =
        search(in: parent)?.roots(in: "", around: inside).filter { isDirectory || knows(inside, $0) } ?? []
      if !around.isEmpty { return (around.map { location($0, in: parent, shown: place) }, []) }
      directory = parent
    }
    return isDirectory ? search(place, isDirectory: true, in: place) : ([], [])
  }

  /// The roots of which the format knows the file at `path`, which need not exist, and its path from the repository root.
  func locations(ofFile path: String) -> [(location: TreeLocation, inside: String)] {
    guard let place = realPath(discovery.absolutePath(path)), let start = TreeRoots.parent(of: place) else {
      return []
    }
    let repository = discovery.gitRepository(of: start)
    var directory = repository ?? start
    while true {
      let inside = TreeRoots.relative(place, to: directory)
      let around = search(in: directory)?.roots(around: inside).filter { knows(inside, $0) } ?? []
      if !around.isEmpty { return around.map { (location($0, in: directory, shown: nil), inside) } }
      guard repository == nil, let parent = TreeRoots.parent(of: directory), parent != "/" else { return [] }
      directory = parent
    }
  }

  /// The path with the links of as many directories resolved as there are.
  private func realPath(_ path: String) -> String? {
    if let real = try? discovery.fileSystem.realPath(path) { return real }
    guard let parent = TreeRoots.parent(of: path), let real = realPath(parent) else { return nil }
    return TreeRoots.join(real, PathText.name(of: path))
  }

  private func search(_ place: String, isDirectory: Bool, in repository: String) -> Found {
    guard let search = search(in: repository) else { return ([], []) }
    let inside = TreeRoots.relative(place, to: repository)
    let around = search.roots(around: inside).filter { isDirectory || knows(inside, $0) }
    if !around.isEmpty || !isDirectory {
      return (around.map { location($0, in: repository, shown: place) }, [])
    }
    let (roots, holders) = search.search(below: inside, for: Set(ConfigurationFinder.names))
    return (
      roots.map { location($0, in: repository, shown: nil) }, holders.map { TreeRoots.join(repository, $0) }
    )
  }

  private func search(in repository: String) -> PlanDiscovery? {
    (try? DirectorySource(repository, in: discovery.fileSystem)).map { PlanDiscovery($0, sought) }
  }

  private func location(_ root: PlanRoot, in repository: String, shown: String?) -> TreeLocation {
    let inside = shown.map { TreeRoots.relative($0, to: repository) }
    let isPart = inside != nil && inside != root.path
    return TreeLocation(
      repository: repository, root: SpecsRoot(path: root.path), format: root.format,
      shown: isPart ? [inside ?? ""] : [])
  }

  /// Whether the format of `root` knows the file at `path`, from the repository root.
  private func knows(_ path: String, _ root: PlanRoot) -> Bool {
    guard let inside = PathText.rest(of: path, below: root.path) else { return false }
    return known.first { $0.name == root.format }?.knows(inside) ?? false
  }
}
