import StatusText

/// Which directories of irregular names (`007-slug`, `007_`, `007`) are tasks' directories: a name with a number may be
/// anything, a date for one.
package struct DirectoryClaims: Sendable {
  private let numbers: Set<Int>
  private let linked: Set<String>

  /// What TODO.md and state.json say of a tree.
  package init(_ list: TaskList?, _ registry: StateFile?, root: SpecsRoot) {
    let tasks = list?.tasks ?? []
    let entries = registry?.entries ?? []
    numbers = Set(tasks.map(\.number) + entries.compactMap(\.number))
    var linked: Set<String> = []
    for link in tasks.flatMap(\.links) + entries.flatMap(\.links) {
      root.visitCandidates(for: link.path, directories: []) { candidate in
        if let inside = PathText.rest(of: candidate, below: root.path) {
          let first = PathText.first(of: inside)
          if first != inside { linked.insert(first) }
        }
        return false
      }
    }
    self.linked = linked
  }

  /// Whether `directory` is a task's: its number is, and a link leads into it or no other directory has the number.
  package func isOfTask(_ directory: ProjectDirectory, numberIsTaken: Bool) -> Bool {
    guard numbers.contains(directory.number) else { return false }
    return !numberIsTaken || linked.contains(PathText.name(of: directory.path))
  }
}
