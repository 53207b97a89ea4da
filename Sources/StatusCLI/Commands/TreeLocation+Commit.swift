import StatusCommit
import StatusEngine
import StatusModel

extension TreeLocation {
  /// The root for the committer, and for messages: relative to the working directory.
  func rootPath(in surroundings: Surroundings) -> RootPath {
    if directory == surroundings.workingDirectory { return RootPath(directory, shownAs: ".") }
    let shown = ShownPath(repository: repository, workingDirectory: surroundings.workingDirectory)
    let path = root.path.isEmpty ? shown.shownRepository : shown.unescaped(root.path)
    return RootPath(directory, shownAs: path)
  }
}
