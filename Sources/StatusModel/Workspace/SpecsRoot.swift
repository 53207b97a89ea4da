/// Where a specs tree lies in its repository, and how links in its files are looked up.
package struct SpecsRoot: Sendable, Equatable {
  /// The path from the repository root: "specs", ".opencode/specs"; empty when the repository is the tree.
  package let path: String

  /// The places of specs trees below a repository, in the order in which they are looked for.
  package static let usualPaths = ["specs", ".opencode/specs", ".claude/specs"]

  /// The tree at `path` from the repository root.
  package init(path: String) { self.path = path }

  /// A path of the tree, from the repository root.
  package func path(_ inside: String) -> String { path.isEmpty ? inside : "\(path)/\(inside)" }

  /// Calls `visit` with every path, from the repository root, at which a link may find its target, best first, until
  /// it answers true; false when it never did. No path leaves the repository. `directories` are the task's own,
  /// from the repository root: a link to plans/ or reports/ is looked for in them.
  @discardableResult
  package func visitCandidates(for link: String, directories: [String], _ visit: (String) -> Bool) -> Bool {
    if link.isEmpty { return false }
    guard let written = RelativePath.normalized(link), !written.isEmpty else {
      // Relative to the tree's own files, a link may leave the tree and still stay in the repository.
      guard let path = RelativePath.normalized(path(link)), !path.isEmpty else { return false }
      return visit(path)
    }
    if let inside = inside(written) {
      let own = path(inside)
      return visit(written) || own != written && visit(own) || visitArchived(inside, visit)
    }
    // What begins with a task's directory is meant from the tree; everything else, from the repository first.
    let places = Self.beginsWithProject(written) ? [path(written), written] : [written, path(written)]
    for place in path.isEmpty ? [written] : places where visit(place) { return true }
    for directory in directories where visit("\(directory)/\(written)") { return true }
    // A bare name may leave out the directory that its list stands for.
    if !written.utf8.contains(UInt8(ascii: "/")) {
      for directory in directories {
        for kind in ["reports", "plans", "summaries"] where visit("\(directory)/\(kind)/\(written)") {
          return true
        }
      }
    }
    return visitArchived(written, visit)
  }

  /// Where a path of the tree lies once its task is archived.
  private func visitArchived(_ inside: String, _ visit: (String) -> Bool) -> Bool {
    guard Self.beginsWithProject(inside) else { return false }
    return visit(path("archive/\(inside)")) || visit(path("vault/\(inside)"))
  }

  private static func beginsWithProject(_ path: String) -> Bool {
    let first = path.utf8.prefix { $0 != UInt8(ascii: "/") }
    return ProjectDirectory.parse(String(Substring(first))) != nil
  }

  /// The part of a path below this root, or below another root's usual place: files keep the prefix of the tree
  /// they were written for.
  private func inside(_ written: String) -> String? {
    if let rest = Self.rest(of: written, below: path) { return rest }
    for root in Self.usualPaths {
      if let rest = Self.rest(of: written, below: root) { return rest }
    }
    return nil
  }

  private static func rest(of path: String, below directory: String) -> String? {
    let prefix = directory.utf8
    let path = path.utf8
    guard !prefix.isEmpty, path.count > prefix.count + 1, path.starts(with: prefix),
      path[path.index(path.startIndex, offsetBy: prefix.count)] == UInt8(ascii: "/")
    else { return nil }
    return String(Substring(path.dropFirst(prefix.count + 1)))
  }
}
