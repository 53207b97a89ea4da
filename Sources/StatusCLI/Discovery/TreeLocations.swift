import StatusEngine
import StatusFileSystem

/// Several trees, as reports tell their files apart.
struct TreeLocations {
  /// The directory, from the root directory, that the paths in reports begin in: the repository, or what several
  /// repositories have in common.
  let base: String

  init(_ locations: [TreeLocation]) {
    var base = locations.first?.repository ?? "/"
    for location in locations.dropFirst() {
      while !RealPath.lies(location.repository, within: base), let parent = TreeRoots.parent(of: base) {
        base = parent
      }
    }
    self.base = base
  }

  /// The prefix of paths from the repository root of a tree.
  func prefix(_ location: TreeLocation) -> String {
    let inside = TreeRoots.relative(location.repository, to: base)
    return inside.isEmpty ? "" : inside + "/"
  }
}
