import StatusDiagnostics
import StatusModel

/// Tells which findings of a tree a check shows, where it was asked about some of the tree's files only.
///
/// A finding belongs to every file that it has a place in, and to every file in which what it is about is missing. What
/// is wrong with a file that could not be read is shown with every file that is compared to it: without it the answer
/// "no findings" would not be true.
struct FindingFilter {
  private let location: TreeLocation
  private let workspace: Workspace
  /// Whether TODO.md or state.json is one of the given files: every other file is compared with them.
  private let showsRootFile: Bool
  /// The indices of the project directories that contain given paths.
  private let directories: Set<Int>

  /// The filter for what `location` shows of `workspace`.
  init(_ location: TreeLocation, _ workspace: Workspace) {
    self.location = location
    self.workspace = workspace
    let shown = location.shown.isEmpty ? [] : workspace.files.filter { location.shows($0.path) }
    showsRootFile = shown.contains { $0.kind == .taskList || $0.kind == .registry }
    directories = Set(shown.lazy.map(\.directory).filter { $0 >= 0 })
  }

  /// Whether `finding` is shown.
  func shows(_ finding: Finding) -> Bool {
    if location.shown.isEmpty { return true }
    guard let path = finding.location?.path else { return true }
    return location.shows(path) || finding.related.contains { location.shows($0.location.path) }
      || finding.missingFrom.contains { location.shows($0) } || needs(path)
  }

  /// Whether the file at `path` could not be read, and the given files are compared with it.
  private func needs(_ path: String) -> Bool {
    guard let file = workspace.file(at: path), file.outcome != .parsed else { return false }
    switch file.kind {
    case .taskList, .registry, .archiveRegistry: return true
    case .plan, .projectState: return showsRootFile || directories.contains(file.directory)
    case .record: return false
    }
  }
}
