import StatusCommit
import StatusModel

extension TreeLocation {
  /// The root as the committer opens it, and as messages call it: as it is reached from where the user stands.
  func rootPath(in surroundings: Surroundings) -> RootPath {
    if directory == surroundings.workingDirectory { return RootPath(directory, shownAs: ".") }
    let shown = ShownPath(repository: repository, workingDirectory: surroundings.workingDirectory)
    let path = root.path.isEmpty ? shown.shownRepository : shown.unescaped(root.path)
    return RootPath(directory, shownAs: path)
  }
}
