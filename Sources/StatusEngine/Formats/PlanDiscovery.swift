import StatusClaims
import StatusFormats
import StatusModel
import StatusText

/// Finds the roots of other formats in the directories of a repository.
///
/// Each directory is listed once, and its names tell whether there is anything to look for. Directories of tools and of
/// dependencies are left out, and so is what lies deep: a repository without other formats must not notice the search.
package struct PlanDiscovery {
  private let files: ListedFiles
  private let sought: SoughtFormats

  /// So many levels below the start, directories are not looked into any more.
  private static let depthLimit = 2
  /// After so many directories the search ends.
  private static let directoryLimit = 2000

  /// A search in `source` for what is `sought`.
  package init(_ source: any TreeSource, _ sought: SoughtFormats = SoughtFormats()) {
    files = ListedFiles(SourceFiles(source))
    self.sought = sought
  }

  /// The roots below `start`, a path from the repository root, in the order of their paths.
  package func roots(below start: String) -> [PlanRoot] { search(below: start, for: []).roots }

  /// The same, and the directories below `start` with a file of one of these `names`.
  package func search(below start: String, for names: Set<String>) -> (roots: [PlanRoot], holders: [String]) {
    var found: [PlanRoot] = []
    var holders: [String] = []
    var level = [start]
    var visited = 0
    for _ in 0...Self.depthLimit {
      var next: [String] = []
      for directory in level where visited < Self.directoryLimit {
        visited += 1
        let entries = files.entries(of: directory)
        found += roots(in: directory, with: entries)
        if directory != start, entries.contains(where: { names.contains($0.name) }) {
          holders.append(directory)
        }
        next += entries.filter(Self.mayHold).map { PathText.joined(directory, $0.name) }.sorted()
      }
      level = next
    }
    return (found.sorted { ($0.path, $0.format) < ($1.path, $1.format) }, holders)
  }

  /// The roots that contain `path`, or are it; a path from the repository root.
  package func roots(around path: String) -> [PlanRoot] {
    var found: [PlanRoot] = []
    var directory = path
    while !directory.isEmpty {
      directory = PathText.parent(of: directory)
      found += roots(in: directory, around: path)
    }
    return found
  }

  /// Those of them that `directory` holds.
  package func roots(in directory: String, around path: String) -> [PlanRoot] {
    roots(in: directory, with: files.entries(of: directory)).filter {
      $0.path == path || PathText.rest(of: path, below: $0.path) != nil
    }
  }

  private func roots(in directory: String, with entries: [PlanEntry]) -> [PlanRoot] {
    sought.formats(among: entries).flatMap { format in
      format.roots(in: directory, of: files).map { PlanRoot(format: format.name, path: $0) }
    }
  }

  /// Whether it is a directory in which there may be a project.
  private static func mayHold(_ entry: PlanEntry) -> Bool {
    if !entry.isDirectory || entry.name.hasPrefix(".") || skipped.contains(entry.name) { return false }
    return ProjectDirectory.parse(entry.name) == nil
  }

  private static let skipped: Set = [
    "node_modules", "vendor", "target", "build", "dist", "out", "Pods", "venv", "site-packages", "worktrees",
    "__pycache__",
    "coverage", "bazel-out",
  ]
}
