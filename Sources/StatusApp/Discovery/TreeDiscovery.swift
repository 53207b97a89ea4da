import StatusFileSystem
import StatusModel
import StatusSyntax
import StatusText

/// Finds the specs trees that a path means.
struct TreeDiscovery {
  let fileSystem: any FileSystem
  let workingDirectory: String

  /// The trees that `paths` mean, each once, in the order of the paths; the working directory's without a path.
  func locations(_ paths: [String]) throws(CommandError) -> [TreeLocation] {
    var found: [TreeLocation] = []
    for path in paths.isEmpty ? ["."] : paths {
      for location in try locations(path) {
        guard let known = found.firstIndex(where: { $0.directory == location.directory }) else {
          found.append(location)
          continue
        }
        // Asked for twice: all of it when either asks for all of it.
        let isWhole = found[known].shown.isEmpty || location.shown.isEmpty
        found[known].shown = isWhole ? [] : found[known].shown + location.shown
      }
    }
    return found
  }

  private func locations(_ path: String) throws(CommandError) -> [TreeLocation] {
    var absolute = absolutePath(path)
    let kind = try kind(absolute, asGiven: path)
    // A tree that is reached by a link lies where the link leads to.
    if let real = try? fileSystem.realPath(absolute) { absolute = real }
    if kind == .directory {
      if isRoot(absolute) && enclosingRoot(of: absolute) == nil { return [location(root: absolute, shown: nil)] }
      let below = SpecsRoot.usualPaths.map { join(absolute, $0) }.filter(isRoot)
      if !below.isEmpty { return below.map { location(root: $0, shown: nil) } }
    }
    guard let root = nearestRoot(above: absolute) else {
      throw CommandError.usage(
        "no specs tree in \(DisplayText.escaped(path)): no TODO.md or state.json with \"active_projects\" there, in "
          + SpecsRoot.usualPaths.joined(separator: ", ") + " below it, or in a directory above it",
        hint: "give the directory that holds TODO.md and state.json")
    }
    return [location(root: root, shown: absolute)]
  }

  /// `path` from the root directory, without `.` and `..`; links stay as they are.
  func absolutePath(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : join(workingDirectory, path)
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private func kind(_ path: String, asGiven: String) throws(CommandError) -> FileKind {
    do {
      return try fileSystem.status(path, at: nil, followingLinks: true).kind
    } catch {
      let given = DisplayText.escaped(asGiven)
      switch error {
      case .noSuchFile, .notDirectory:
        throw CommandError.usage("\(given) does not exist", hint: "give a specs tree, a directory above one, or a file in one")
      default:
        let reason = FileSystemError(path: asGiven, operation: .examine, reason: .system(error)).reasonText
        throw CommandError.failure("cannot look at \(given): \(reason)", hint: nil)
      }
    }
  }

  // MARK: Roots

  /// Whether a directory holds TODO.md, or a state.json with active_projects.
  private func isRoot(_ directory: String) -> Bool {
    if exists(join(directory, "TODO.md")) { return true }
    guard exists(join(directory, "state.json")), let opened = try? Directory(opening: directory, in: fileSystem) else {
      return false
    }
    // One that cannot be read is reported as such; it is a registry as far as anyone can tell.
    guard let bytes = try? opened.read("state.json", limit: TreeLoader.Options.usualSizeLimit) else { return true }
    let tree = JSONTree(SourceText(path: "state.json", bytes: bytes))
    return tree.root.map { $0["active_projects"] != nil } ?? true
  }

  /// The root that `directory` is a part of, although it looks like one itself: project directories, archive/
  /// and the like have state files too.
  private func enclosingRoot(of directory: String) -> String? {
    var below = directory
    while let parent = parent(of: below) {
      let name = String(below.dropFirst(parent == "/" ? 1 : parent.utf8.count + 1))
      let isPart = ProjectDirectory.parse(name) != nil || Self.partNames.contains(name)
      if isPart && isRoot(parent) { return enclosingRoot(of: parent) ?? parent }
      below = parent
    }
    return nil
  }

  private static let partNames: Set<String> = ["archive", "vault", "maintenance", "reviews"]

  private func nearestRoot(above path: String) -> String? {
    var directory = path
    while true {
      if isRoot(directory) { return enclosingRoot(of: directory) ?? directory }
      guard let parent = parent(of: directory) else { return nil }
      directory = parent
    }
  }

  // MARK: Repositories

  private func location(root: String, shown: String?) -> TreeLocation {
    let repository = repository(of: root)
    let path = relative(root, to: repository)
    return TreeLocation(
      repository: repository, root: SpecsRoot(path: path),
      shown: shown.map { $0 == root ? [] : [relative($0, to: repository)] } ?? [])
  }

  /// The directory of the git repository; without one, the directory that the tree's usual path begins in.
  private func repository(of root: String) -> String {
    var directory = root
    while true {
      if exists(join(directory, ".git")) { return directory }
      guard let parent = parent(of: directory) else { break }
      directory = parent
    }
    // The longest first: .opencode/specs ends like specs.
    for usual in SpecsRoot.usualPaths.sorted(by: { $0.utf8.count > $1.utf8.count })
    where root.hasSuffix("/" + usual) {
      let above = String(root.dropLast(usual.utf8.count + 1))
      return above.isEmpty ? "/" : above
    }
    return parent(of: root) ?? root
  }

  private func relative(_ path: String, to directory: String) -> String {
    path == directory ? "" : String(path.dropFirst(directory == "/" ? 1 : directory.utf8.count + 1))
  }

  private func exists(_ path: String) -> Bool {
    do {
      _ = try fileSystem.status(path, at: nil, followingLinks: false)
      return true
    } catch {
      // What may not be looked at is there, as far as anyone can tell; what is not there is not.
      return error != .noSuchFile && error != .notDirectory && error != .permissionDenied
    }
  }

  private func parent(of path: String) -> String? {
    guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func join(_ directory: String, _ name: String) -> String {
    directory == "/" ? "/" + name : "\(directory)/\(name)"
  }
}

extension TreeDiscovery {
  /// The tree that the file at `path` belongs to, which need not exist, and its path from the repository root.
  func location(ofFile path: String) throws(CommandError) -> (TreeLocation, String) {
    let absolute = absolutePath(path)
    let name = absolute.split(separator: "/").last.map(String.init) ?? ""
    var directory = String(absolute.dropLast(name.utf8.count + 1))
    var rest = name
    // The nearest directory that exists decides; the file may be the first in its own.
    while !directory.isEmpty, (try? fileSystem.status(directory, at: nil, followingLinks: true)) == nil {
      let last = directory.split(separator: "/").last.map(String.init) ?? ""
      directory = String(directory.dropLast(last.utf8.count + 1))
      rest = "\(last)/\(rest)"
    }
    let found = try locations([directory.isEmpty ? "/" : directory])
    guard let first = found.first, found.count == 1 else {
      throw CommandError.usage("\(DisplayText.escaped(path)) lies in no specs tree", hint: nil)
    }
    let real = (try? fileSystem.realPath(directory)) ?? directory
    let inside = "\(real)/\(rest)".dropFirst(first.repository == "/" ? 1 : first.repository.utf8.count + 1)
    var location = first
    location.shown = [String(inside)]
    return (location, String(inside))
  }
}
