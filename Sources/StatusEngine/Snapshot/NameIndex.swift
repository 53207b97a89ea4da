import StatusFileSystem
import StatusModel

/// The files of a repository by their names, as far as a walk of limited length gets. It does not follow links, and it
/// skips the directories of tools and of tasks.
struct NameIndex {
  private var byName: [String: [String]] = [:]

  /// A walk ends after so many directories.
  private static let mostDirectories = 2000
  /// Directories that people do not link into.
  private static let passedOver: Set<String> = [
    ".git", ".jj", ".hg", "node_modules", ".build", ".venv", "__pycache__", ".lake",
  ]

  /// Walks through `repository`.
  init(_ repository: any TreeSource) {
    var waiting = ["."]
    var next = 0
    while next < waiting.count, next < Self.mostDirectories {
      let directory = waiting[next]
      next += 1
      var directories: [String] = []
      for entry in (try? repository.list(directory)) ?? [] {
        let path = directory == "." ? entry.name : "\(directory)/\(entry.name)"
        if entry.kind == .regular {
          byName[entry.name, default: []].append(path)
        } else if entry.kind == .directory, !Self.passedOver.contains(entry.name),
          ProjectDirectory.parse(entry.name) == nil
        {
          directories.append(path)
        }
      }
      // The end of the walk must not depend on the order in which the system lists names.
      waiting += directories.sorted()
    }
  }

  /// The paths of the files of that name, from the repository root.
  func paths(named name: String) -> [String] { byName[name] ?? [] }
}
