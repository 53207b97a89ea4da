import StatusClaims
import StatusFormats
import StatusModel
import StatusText

/// Finds the roots of other formats in the directories of a repository.
///
/// Each directory is listed once, and its names tell whether there is anything to look for. Directories of tools and of
/// dependencies are left out, and so is what lies deep: a repository without other formats must not notice the search.
package struct PlanDiscovery {
  private let files: SourceFiles
  private let formats: [any PlanFormat]
  /// The marks of all of them: nearly no directory has one, and asking each format for each name takes longer.
  private let marks: Set<String>

  /// So many levels below the start, directories are not looked into any more.
  private static let depthLimit = 2
  /// After so many directories the search ends.
  private static let directoryLimit = 2000

  /// A search in `source` for all formats, or for the one of that name.
  package init(_ source: any TreeSource, only name: String? = nil) {
    files = SourceFiles(source)
    formats = PlanFormats.all.filter { name == nil || $0.name == name }
    marks = formats.reduce(into: []) { $0.formUnion($1.marks) }
  }

  /// The roots below `start`, a path from the repository root, in the order of their paths.
  package func roots(below start: String) -> [PlanRoot] {
    var found: [PlanRoot] = []
    var level = [start]
    var visited = 0
    for _ in 0...Self.depthLimit {
      var next: [String] = []
      for directory in level where visited < Self.directoryLimit {
        visited += 1
        let names = files.directories(in: directory)
        found += roots(in: directory, with: names)
        next += names.filter(Self.mayHold).map { PlanTree.join(directory, $0) }
      }
      level = next
    }
    return found.sorted { ($0.path, $0.format) < ($1.path, $1.format) }
  }

  /// The roots that contain `path`, or are it; a path from the repository root.
  package func roots(around path: String) -> [PlanRoot] {
    var found: [PlanRoot] = []
    var directory = path
    while !directory.isEmpty {
      directory = PathText.parent(of: directory)
      found += roots(in: directory, with: files.directories(in: directory)).filter {
        $0.path == path || PathText.rest(of: path, below: $0.path) != nil
      }
    }
    return found
  }

  private func roots(in directory: String, with names: [String]) -> [PlanRoot] {
    let marked = names.filter(marks.contains)
    if marked.isEmpty { return [] }
    return formats.flatMap { format in
      marked.contains(where: format.marks.contains)
        ? format.roots(in: directory, of: files).map { PlanRoot(format: format.name, path: $0) } : []
    }
  }

  /// Whether there may be a project in a directory of this name.
  private static func mayHold(_ name: String) -> Bool {
    if name.hasPrefix(".") || skipped.contains(name) { return false }
    return ProjectDirectory.parse(name) == nil
  }

  private static let skipped: Set = [
    "node_modules", "vendor", "target", "build", "dist", "out", "Pods", "venv", "site-packages", "worktrees",
    "__pycache__",
    "coverage", "bazel-out",
  ]
}
