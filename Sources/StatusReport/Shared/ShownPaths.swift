/// Paths as they are shown. Findings are sorted by file, so the last result is usually the next one too.
struct ShownPaths {
  private let shownPath: @Sendable (String) -> String
  private var latest: (path: String, shown: String)?

  /// Paths converted by `shownPath`.
  init(_ shownPath: @escaping @Sendable (String) -> String) { self.shownPath = shownPath }

  /// The shown form of `path`, which is relative to the repository root.
  mutating func shown(_ path: String) -> String {
    if let latest, latest.path == path { return latest.shown }
    let shown = shownPath(path)
    latest = (path, shown)
    return shown
  }
}
