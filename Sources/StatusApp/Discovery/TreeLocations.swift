/// Several trees, as reports tell their files apart.
struct TreeLocations {
  /// The directory, from the root directory, that the paths in reports begin in: the repository, or what several
  /// repositories have in common.
  let base: String

  init(_ locations: [TreeLocation]) {
    var common = locations.first.map { Self.parts($0.repository) } ?? []
    for location in locations.dropFirst() {
      let parts = Self.parts(location.repository)
      common = zip(common, parts).prefix { $0 == $1 }.map(\.0)
    }
    base = "/" + common.joined(separator: "/")
  }

  /// What stands before the paths from a tree's repository root.
  func prefix(_ location: TreeLocation) -> String {
    let inside = TreeRoots.relative(location.repository, to: base)
    return inside.isEmpty ? "" : inside + "/"
  }

  private static func parts(_ path: String) -> [Substring] { path.split(separator: "/") }
}
