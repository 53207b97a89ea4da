import StatusEngine
import StatusFileSystem
import StatusModel
import StatusText

/// Tells the paths of a tree that a check has something to say about from all others: for these, "no findings" would be
/// no answer.
struct TrackedPaths {
  private let workspace: Workspace

  /// The paths of `workspace`.
  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Makes sure that each given path is a tracking file, or a directory with tracking files, or lies in one of `others`,
  /// which is a root of another format.
  func require(_ location: TreeLocation, besides others: [TreeLocation], _ surroundings: Surroundings)
    throws(CommandError)
  {
    for path in location.shown
    where !contains(path) && !others.contains(where: { $0.means(path, of: location) }) {
      let shown = ShownPath(repository: location.repository, workingDirectory: surroundings.workingDirectory)
      throw .usage("\(outside: shown.unescaped(path)) is not a tracking file of the tree", hint: hint(path))
    }
  }

  private func contains(_ path: String) -> Bool {
    if workspace.file(at: path) != nil { return true }
    let inside = path + "/"
    return workspace.files.contains { $0.path.hasPrefix(inside) }
      || workspace.directories.contains { !$0.isArchived && ($0.path == path || $0.path.hasPrefix(inside)) }
  }

  private func hint(_ path: String) -> Message {
    (workspace.root.isArchived(path) ? "archived plans and state files are read only with --archive; " : "")
      + "tracking files are TODO.md, state.json, archive/state.json, errors.json, maintenance/state.json, "
      + "reviews/state.json, and in a task's directory state.json and plans/*.md"
  }
}

extension TreeLocation {
  /// Whether this is a root of another format that `path`, of the tree at `location`, was given for too.
  fileprivate func means(_ path: String, of location: TreeLocation) -> Bool {
    format != nil && repository == location.repository && shown.contains(path)
  }
}
