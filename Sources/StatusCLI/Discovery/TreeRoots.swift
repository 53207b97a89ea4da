import StatusEngine
import StatusFileSystem
import StatusModel
import StatusSyntax
import StatusText

/// Tells which directories are the roots of specs trees. All paths begin at the root directory.
struct TreeRoots {
  let fileSystem: any FileSystem

  /// Whether a directory contains a TODO.md that is a task list, or a state.json with active_projects. With `orMayBe`,
  /// an unreadable file counts too, so that the command reports the reason.
  func isRoot(_ directory: String, orMayBe: Bool = false) -> Bool {
    do {
      _ = try fileSystem.status(Self.join(directory, SpecsRoot.taskListName), at: nil, followingLinks: false)
      return TaskListPresence(fileSystem: fileSystem).isTaskList(in: directory)
    } catch {
      if orMayBe && error == .permissionDenied { return kind(directory) == .directory }
    }
    return fileSystem.holds(Self.join(directory, SpecsRoot.stateName)) && (holdsRegistry(directory) ?? true)
  }

  /// Whether a directory's state.json says that it is one: TODO.md alone is a name that any project may use.
  func isRegistered(_ directory: String) -> Bool { holdsRegistry(directory) ?? false }

  /// The trees in the usual places below a directory.
  func usual(below directory: String) -> [String] {
    SpecsRoot.usualPaths.map { Self.join(directory, $0) }.filter { isRoot($0, orMayBe: true) }
  }

  /// The root that `directory` is a part of, although it looks like one itself: project directories, archive/
  /// and the like have state files too.
  func enclosing(_ directory: String) -> String? {
    var below = directory
    while let parent = Self.parent(of: below) {
      let name = Self.relative(below, to: parent)
      let isPart = ProjectDirectory.parse(name) != nil || Self.partNames.contains(name)
      if isPart && isRoot(parent) { return enclosing(parent) ?? parent }
      below = parent
    }
    return nil
  }

  private static let partNames = ["archive", "vault", "maintenance", "reviews"]

  /// The root that contains `path`, or is it.
  func nearest(above path: String) -> String? {
    var directory = path
    while true {
      if isRoot(directory) && (usual(below: directory).isEmpty || isRegistered(directory)) {
        return enclosing(directory) ?? directory
      }
      guard let parent = Self.parent(of: directory) else { return nil }
      directory = parent
    }
  }

  /// A tree in the usual place of a directory above `path`, which the user may have meant.
  func besideAncestors(of path: String) -> String? {
    var directory = path
    while let parent = Self.parent(of: directory) {
      if let found = usual(below: parent).first { return found }
      directory = parent
    }
    return nil
  }

  /// Whether state.json is one of a tree; nil when that cannot be told, because it cannot be read.
  private func holdsRegistry(_ directory: String) -> Bool? {
    guard let opened = try? Directory(opening: directory, in: fileSystem), let bytes = readRegistry(opened)
    else {
      return nil
    }
    let tree = JSONTree(SourceText(path: SpecsRoot.stateName, bytes: bytes))
    return tree.root.map { $0["active_projects"] != nil }
  }

  private func readRegistry(_ directory: Directory) -> [UInt8]? {
    let limit = DirectorySource.usualSizeLimit
    do {
      return try directory.read(SpecsRoot.stateName, limit: limit)
    } catch {
      guard case .wrongKind(.symbolicLink) = error.reason else { return nil }
      return try? directory.readFollowing(SpecsRoot.stateName, within: "/", limit: limit)
    }
  }

  private func kind(_ path: String) -> FileKind? {
    (try? fileSystem.status(path, at: nil, followingLinks: true))?.kind
  }

  // MARK: Paths

  /// The parent directory of `path`; nil for the root directory.
  static func parent(of path: String) -> String? {
    path == "/" ? nil : PathText.directory(of: path)
  }

  /// `name` in `directory`.
  static func join(_ directory: String, _ name: String) -> String {
    directory == "/" ? "/" + name : "\(directory)/\(name)"
  }

  /// The part of `path` after `directory`, which contains it; empty if they are equal.
  static func relative(_ path: String, to directory: String) -> String {
    path == directory
      ? "" : String(path.utf8.dropFirst(directory == "/" ? 1 : directory.utf8.count + 1)) ?? ""
  }
}

extension FileSystem {
  /// Whether something exists at `path`, if the permissions allow looking.
  func holds(_ path: String) -> Bool {
    do {
      _ = try status(path, at: nil, followingLinks: false)
      return true
    } catch {
      return error != .noSuchFile && error != .notDirectory && error != .permissionDenied
    }
  }
}
