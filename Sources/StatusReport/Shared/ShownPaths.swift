/// Paths as people see them; findings come file by file, so the latest answer is usually the next one too.
struct ShownPaths {
  private let shownPath: @Sendable (String) -> String
  private var latest: (path: String, shown: String)?

  /// Paths as `shownPath` turns them.
  init(_ shownPath: @escaping @Sendable (String) -> String) { self.shownPath = shownPath }

  /// What people see for `path`, a path from the repository root.
  mutating func shown(_ path: String) -> String {
    if let latest, latest.path == path { return latest.shown }
    let shown = shownPath(path)
    latest = (path, shown)
    return shown
  }
}
