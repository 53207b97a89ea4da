import StatusEngine
import StatusFileSystem
import StatusModel
import StatusText

/// Finds the specs trees that a path means.
struct TreeDiscovery {
  let fileSystem: any FileSystem
  let workingDirectory: String

  /// The trees that `paths` mean, each once, in the order of the paths; without one, the working directory's, with
  /// all of their findings.
  func locations(_ paths: [String]) throws(CommandError) -> [TreeLocation] {
    if paths.isEmpty { return try wholeTrees(".") }
    var found: [TreeLocation] = []
    for path in paths { found += try locations(path) }
    return TreeLocation.merged(found)
  }

  /// The trees that `path` means, with all of their findings.
  func wholeTrees(_ path: String) throws(CommandError) -> [TreeLocation] {
    var found = try locations(path)
    for index in found.indices { found[index].shown = [] }
    return found
  }

  private func locations(_ path: String) throws(CommandError) -> [TreeLocation] {
    guard let found = try locationsIfAny(path) else { throw noTree(path) }
    return found
  }

  /// The trees that `path` means; nil if there is none. It is an error if that cannot be told.
  func locationsIfAny(_ path: String) throws(CommandError) -> [TreeLocation]? {
    if path.isEmpty {
      throw CommandError.usage("a path is empty", hint: "give a specs tree, or . for the working directory")
    }
    let absolute = absolutePath(path)
    let kind = try kind(absolute, asGiven: path)
    let roots = TreeRoots(fileSystem: fileSystem)
    // First by the names as given, because a project directory may be a link to a place outside of any tree.
    if let found = find(absolute, kind, roots) { return found }
    if let real = try? fileSystem.realPath(absolute), real != absolute, let found = find(real, kind, roots) {
      return found
    }
    return nil
  }

  private func noTree(_ path: String) -> CommandError {
    let absolute = absolutePath(path)
    let roots = TreeRoots(fileSystem: fileSystem)
    if let foreign = roots.foreignTaskList(around: absolute) {
      return .usage(
        "\(outside: foreign) is not a task list: it contains no task, and there is no state.json or "
          + "task directory next to it",
        hint:
          "to begin a tree, add a task to TODO.md: a heading, such as \"### 1. Title\", and a line "
          + "\"- **Status**: [NOT STARTED]\" after the heading")
    }
    let place: Message = path == "." ? "the working directory" : "\(outside: path)"
    return .usage(
      "no specs tree in \(place): no TODO.md or state.json with \"active_projects\" there, in "
        + "\(SpecsRoot.usualPaths.joined(separator: ", ")) below it, or in a directory above it",
      hint: roots.besideAncestors(of: absolute).map {
        "there is one in \(outside: $0); or give the directory that contains TODO.md and state.json"
      }
        ?? "give the directory that contains TODO.md and state.json; to begin a tree, run "
        + "`statuslint init --tree`, or create specs/TODO.md with a heading, such as \"### 1. Title\", and a line "
        + "\"- **Status**: [NOT STARTED]\" after the heading")
  }

  private func find(_ path: String, _ kind: FileKind, _ roots: TreeRoots) -> [TreeLocation]? {
    if kind == .directory {
      let below = roots.usual(below: path)
      let isTree = below.isEmpty ? roots.isRoot(path, orMayBe: true) : roots.isRegistered(path)
      if isTree && roots.enclosing(path) == nil { return [location(root: path, shown: nil)] }
      if !below.isEmpty { return below.map { location(root: $0, shown: nil) } }
    }
    return roots.nearest(above: path).map { [location(root: $0, shown: path)] }
  }

  /// `path` from the root directory, without `.` and `..`; links stay as they are, but `link/..` is above what the link
  /// leads to, as the system has it.
  func absolutePath(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : TreeRoots.join(workingDirectory, path)
    var parts: [Substring] = []
    for part in Self.parts(of: whole) where part != "." {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      let above = Self.path(of: parts)
      if (try? fileSystem.status(above, at: nil, followingLinks: false))?.kind == .symbolicLink,
        let real = try? fileSystem.realPath(above)
      {
        parts = Self.parts(of: real)
      }
      _ = parts.popLast()
    }
    return Self.path(of: parts)
  }

  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  private static func path(of parts: [Substring]) -> String {
    parts.isEmpty ? "/" : parts.reduce(into: "") { $0 += "/" + String($1) }
  }

  private func kind(_ path: String, asGiven: String) throws(CommandError) -> FileKind {
    do {
      return try fileSystem.status(path, at: nil, followingLinks: true).kind
    } catch {
      let given: Message = "\(outside: asGiven)"
      switch error {
      case .noSuchFile, .notDirectory:
        let isLink = (try? fileSystem.status(path, at: nil, followingLinks: false)) != nil
        throw CommandError.usage(
          isLink ? "\(given) is a broken symbolic link" : "\(given) does not exist",
          hint: "give a specs tree, a directory that contains one, or a file in one")
      default:
        let failure = FileSystemError(path: asGiven, operation: .examine, reason: .system(error))
        throw CommandError.failure("cannot read \(given): \(failure.reasonText)", hint: failure.hint)
      }
    }
  }

  // MARK: Repositories

  /// The tree at `root`, restricted to `shown`. Both paths may contain links.
  func location(root: String, shown: String?) -> TreeLocation {
    let real = (try? fileSystem.realPath(root)) ?? root
    let repository = repository(of: real)
    let tree = SpecsRoot(path: TreeRoots.relative(real, to: repository))
    let inside = shown.map { TreeRoots.relative($0, to: root) } ?? ""
    return TreeLocation(repository: repository, root: tree, shown: inside.isEmpty ? [] : [tree.path(inside)])
  }

  /// The directory of the git repository; without one, the directory that the tree's usual path begins in.
  private func repository(of root: String) -> String {
    if let found = gitRepository(of: root) { return found }
    // The longest first: .opencode/specs ends like specs.
    for usual in SpecsRoot.usualPaths.sorted(by: { $0.utf8.count > $1.utf8.count })
    where root.hasSuffix("/" + usual) {
      let above = String(root.dropLast(usual.utf8.count + 1))
      return above.isEmpty ? "/" : above
    }
    return TreeRoots.parent(of: root) ?? root
  }

  /// The nearest directory of a git repository from `path` on upward.
  func gitRepository(of path: String) -> String? {
    var directory = path
    while true {
      if fileSystem.holds(TreeRoots.join(directory, ".git")) { return directory }
      guard let parent = TreeRoots.parent(of: directory) else { return nil }
      directory = parent
    }
  }
}

extension TreeDiscovery {
  /// The tree that the file at `path` belongs to, which need not exist, and its path from the repository root.
  func location(ofFile path: String) throws(CommandError) -> (TreeLocation, String) {
    let absolute = absolutePath(path)
    guard !path.isEmpty, let directory = TreeRoots.parent(of: absolute) else {
      throw CommandError.usage(
        "the path for standard input is empty", hint: "give a path, as in --stdin-path specs/TODO.md")
    }
    let roots = TreeRoots(fileSystem: fileSystem)
    var candidates = [absolute]
    if let real = try? fileSystem.realPath(directory) {
      candidates.append(TreeRoots.join(real, TreeRoots.relative(absolute, to: directory)))
    }
    for file in candidates {
      guard let root = TreeRoots.parent(of: file).flatMap({ roots.nearest(above: $0) }) else { continue }
      let location = location(root: root, shown: file)
      if let inside = location.shown.first { return (location, inside) }
    }
    throw CommandError.usage(
      "\(outside: path) is not in a specs tree: no directory above it contains TODO.md, or a state.json with "
        + "\"active_projects\"", hint: "give the path of a file in a tree, as in --stdin-path specs/TODO.md")
  }
}
