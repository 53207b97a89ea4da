import StatusFileSystem
import StatusModel

/// Finds the project directories among the names of a tree, its archive/ and its vault/.
struct ProjectDirectoryListing {
  let source: any TreeSource
  let root: SpecsRoot

  /// The project directories of the tree itself.
  func active(_ entries: [DirectoryEntry]) -> [ProjectDirectory] {
    projects(entries, below: nil, isBehindLink: false)
  }

  /// The paths of directories with a task's files whose number is too large: a timestamp alone does not make a task's.
  func misnumbered(_ entries: [DirectoryEntry]) -> [String] {
    entries.filter { $0.kind == .directory && ProjectDirectory.hasTooLargeNumber($0.name) }
      .map { root.path($0.name) }
      .filter { path in
        let names = ((try? source.list(path)) ?? []).map(\.name)
        return !Set(names).isDisjoint(with: ["plans", "reports", "summaries", SpecsRoot.stateName])
      }
      .sorted()
  }

  /// The entries of archive/ and vault/ by their names, as far as these can be listed.
  func archiveEntries(_ entries: [DirectoryEntry]) -> [String: [DirectoryEntry]] {
    var inside: [String: [DirectoryEntry]] = [:]
    for entry in entries where entry.name == "archive" || entry.name == "vault" {
      let path = root.path(entry.name)
      switch entry.kind {
      case .directory: inside[entry.name] = try? source.list(path)
      case .symbolicLink: inside[entry.name] = try? source.listFollowing(path)
      default: break
      }
    }
    return inside
  }

  /// The project directories among the entries of archive/ and vault/.
  func archived(_ inside: [String: [DirectoryEntry]], _ entries: [DirectoryEntry]) -> [ProjectDirectory] {
    entries.flatMap { entry in
      // A vault's own directories are called 01-vault.
      projects(inside[entry.name] ?? [], below: entry.name, isBehindLink: entry.kind == .symbolicLink)
        .filter(\.isRegular)
    }
  }

  private func projects(_ entries: [DirectoryEntry], below parent: String?, isBehindLink: Bool)
    -> [ProjectDirectory]
  {
    entries.compactMap { entry in
      let path = root.path(parent.map { "\($0)/\(entry.name)" } ?? entry.name)
      guard entry.kind == .directory || entry.kind == .symbolicLink && leadsToDirectory(path) else {
        return nil
      }
      return ProjectDirectory(
        name: entry.name, path: path, isArchived: parent != nil,
        isBehindLink: isBehindLink || entry.kind == .symbolicLink)
    }
  }

  /// Whether a link points to a directory in the repository.
  private func leadsToDirectory(_ path: String) -> Bool {
    source.hasDirectory(path) && source.isInside(path) == true
  }
}
