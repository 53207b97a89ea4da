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

  /// Every path, from the repository root, at which a link may find its target, best first; without any that
  /// leaves the repository. `directories` are the task's own, from the repository root. A link below plans/ or
  /// reports/ is looked for in them; one that names a place outside the tree, in the repository alone.
  package func candidates(for link: String, directories: [String]) -> [String] {
    guard let written = Self.normalized(link), !written.isEmpty else {
      // Relative to the tree's own files, a link may leave the tree and still stay in the repository.
      return Self.normalized(path(link)).map { $0.isEmpty ? [] : [$0] } ?? []
    }
    var candidates = [written]
    func add(_ path: String) {
      if let path = Self.normalized(path), !candidates.contains(path) { candidates.append(path) }
    }
    let inside = inside(written)
    add(path(inside ?? written))
    if let inside {
      addArchived(inside, add)
    } else {
      for directory in directories { add("\(directory)/\(written)") }
      addArchived(written, add)
    }
    return candidates
  }

  /// Where a path of the tree lies once its task is archived.
  private func addArchived(_ inside: String, _ add: (String) -> Void) {
    let first = inside.prefix { $0 != "/" }
    guard ProjectDirectory.parse(String(first)) != nil else { return }
    add(path("archive/\(inside)"))
    add(path("vault/\(inside)"))
  }

  /// The part of a path below this root, or below another root's usual place: files keep the prefix of the tree
  /// they were written for.
  private func inside(_ written: String) -> String? {
    for root in [path] + Self.usualPaths where !root.isEmpty && written.hasPrefix(root + "/") {
      return String(written.dropFirst(root.utf8.count + 1))
    }
    return nil
  }

  /// `path` without `.` and `..`; nil when it leaves the directory it begins in.
  package static func normalized(_ path: String) -> String? {
    if !path.utf8.contains(0x2E) || (!path.contains("./") && !path.hasSuffix(".") && !path.contains("//")) {
      return path.hasSuffix("/") ? String(path.dropLast()) : path
    }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
