import StatusText

/// Where a specs tree lies in its repository, and how links in its files are looked up.
package struct SpecsRoot: Sendable, Equatable {
  /// The path from the repository root: "specs", ".opencode/specs"; empty when the repository is the tree.
  package let path: String
  /// The directories with archived tasks, other than archive/ and vault/ of this tree, from the repository root: the
  /// parts of a vault, and the archives of other trees.
  package let archives: [String]

  /// The places of specs trees below a repository, in the order in which they are looked for.
  package static let usualPaths = ["specs", ".opencode/specs", ".claude/specs"]

  /// The tree at `path` from the repository root.
  package init(path: String, archives: [String] = []) {
    self.path = path
    self.archives = archives
  }

  /// The name of the task list of a tree.
  package static let taskListName = "TODO.md"
  /// The name of a tree's registry, and of the project state in a task's directory.
  package static let stateName = "state.json"
  /// The path of the registry of a tree's archive, in the tree.
  package static let archiveRegistryName = "archive/state.json"

  /// The path of the task list.
  package var taskList: String { path(Self.taskListName) }
  /// The path of the registry.
  package var registry: String { path(Self.stateName) }
  /// The path of the registry of the archive.
  package var archiveRegistry: String { path(Self.archiveRegistryName) }

  /// A path of the tree, from the repository root.
  package func path(_ inside: String) -> String { PathText.joined(path, inside) }

  /// Whether `place`, from the repository root, lies in the tree.
  package func contains(_ place: String) -> Bool { PathText.isBelow(place, path) }

  /// Whether `place`, from the repository root, lies in the tree's archive/ or vault/.
  package func isArchived(_ place: String) -> Bool {
    ["archive", "vault"].contains { PathText.isBelow(place, path($0)) }
  }

  /// Whether `link`, of a task with these directories, may lead to the file at `path`, from the repository root.
  package func leads(_ link: String, to path: String, directories: [String]) -> Bool {
    visitCandidates(for: link, directories: directories) { $0 == path }
  }

  /// Calls `visit` with every path, from the repository root, at which a link may find its target, best first, until
  /// it answers true; false when it never did. No path leaves the repository. `directories` are the task's own,
  /// from the repository root: a link to plans/ or reports/ is looked for in them. `start` is the directory of the file
  /// that the link stands in, where that is not a file of the tree itself.
  @discardableResult
  package func visitCandidates(
    for link: String, directories: [String], from start: String? = nil, _ visit: (String) -> Bool
  ) -> Bool {
    if link.isEmpty { return false }
    guard let written = RelativePath.normalized(link), !written.isEmpty else {
      // Relative to the tree's own files, a link may leave the tree and still stay in the repository.
      for start in [start, path].compactMap({ $0 }) {
        let place = RelativePath.normalized(PathText.joined(start, link))
        if let place, !place.isEmpty, visit(place) { return true }
      }
      // Relative to the task's directory, it may lead to another task's.
      for directory in directories {
        if let place = RelativePath.normalized(PathText.joined(directory, link)), contains(place),
          visit(place)
        {
          return true
        }
      }
      return false
    }
    if let root = root(above: written) {
      // Nearly every link is found here.
      if visit(written) { return true }
      let inside = PathText.rest(of: written, below: root) ?? written
      let own = path(inside)
      return own != written && visit(own) || visitArchived(inside, visit)
    }
    // What begins with a task's directory is meant from the tree; everything else, from the repository first.
    let isInTree = Self.beginsWithProject(written)
    if !isInTree, visit(written) { return true }
    if isInTree || !path.isEmpty, visit(path(written)) { return true }
    if isInTree, !path.isEmpty, visit(written) { return true }
    for directory in [start].compactMap({ $0 }) + directories where visit(PathText.joined(directory, written))
    {
      return true
    }
    // A name without a directory may be in the directory of its list.
    if !written.utf8.contains(UInt8(ascii: "/")) {
      for directory in directories {
        for kind in ["reports", "plans", "summaries"] where visit("\(directory)/\(kind)/\(written)") {
          return true
        }
      }
    }
    return visitArchived(written, visit)
  }

  /// Where a path of the tree lies once its task is archived, or its archive was put away.
  private func visitArchived(_ inside: String, _ visit: (String) -> Bool) -> Bool {
    guard let task = Self.fromProject(inside) else { return false }
    for archive in [path("archive"), path("vault")] + archives {
      let place = PathText.joined(archive, task)
      if place != path(inside), visit(place) { return true }
    }
    return false
  }

  /// The part of a path of a tree that begins with a task's directory: the whole, or what follows archive/ or a part of
  /// a vault.
  private static func fromProject(_ inside: String) -> String? {
    if beginsWithProject(inside) { return inside }
    let vault = PathText.rest(of: inside, below: "vault")
    let part = vault.flatMap { PathText.rest(of: $0, below: PathText.first(of: $0)) }
    let archived = PathText.rest(of: part ?? inside, below: "archive") ?? part
    return archived.flatMap { beginsWithProject($0) ? $0 : nil }
  }

  private static func beginsWithProject(_ path: String) -> Bool {
    ProjectDirectory.parse(PathText.first(of: path)) != nil
  }

  /// Whether a path, as written, begins in a specs tree: in a usual root, or with a task's directory.
  static func beginsInTree(_ path: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: path, as: UTF8.self)
    return usualPaths.contains { PathText.isBelow(text, $0) } || beginsWithProject(text)
  }

  /// Whether `name` is that of a task's directory, or of one that trees have for tasks or in a task's directory.
  package static func isDirectoryName(_ name: String) -> Bool {
    beginsWithProject(name) || ["archive", "vault", "plans", "reports", "summaries"].contains(name)
  }

  /// Whether a path, as written, begins in a task's directory: `plans/…`, `reports/…`, `../reports/…`.
  static func beginsInProject(_ path: ArraySlice<UInt8>) -> Bool {
    let first = path.prefix { $0 != UInt8(ascii: "/") }
    return ["plans", "reports", "summaries", "..", "."].contains { first.elementsEqual($0.utf8) }
  }

  /// The part of a path below this root, or below another root's usual place: files keep the prefix of the tree
  /// they were written for.
  package func restInTree(_ written: String) -> String? {
    root(above: written).flatMap { PathText.rest(of: written, below: $0) }
  }

  /// The root that a path is below: this one, or another one's usual place; nil if it is below none.
  private func root(above written: String) -> String? {
    if !path.isEmpty, PathText.isBelow(written, path) { return path }
    return Self.usualPaths.first { PathText.isBelow(written, $0) }
  }
}
