import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusModel
import StatusRuntime
import StatusText

/// The files of a git revision.
struct Revision {
  /// The files, by their paths in the repository.
  let files: any TreeSource
  private let repository: GitRepository

  /// Those of the repository that the tree at `location` is in.
  init(_ name: RevisionName, of location: TreeLocation, sizeLimit: Int, in surroundings: Surroundings)
    throws(CommandError)
  {
    do {
      repository = try GitRepository(around: location.repository, GitProgram(surroundings.variable))
      files = try repository.files(of: repository.commit(name), sizeLimit: sizeLimit)
    } catch {
      throw CommandError(error)
    }
  }

  /// Those that `files` are, in a repository that is open.
  init(_ files: any TreeSource, in repository: GitRepository) {
    self.files = files
    self.repository = repository
  }

  /// What `current` was in the revision, judged as it is; nil if it was not there. It may have been at another of the
  /// usual places.
  func workspace(before current: Snapshot) throws(CommandError) -> Workspace? {
    guard let root = root(of: current.workspace) else { return nil }
    let former: Workspace
    do throws(FileSystemError) {
      former = try current.otherState(root, from: files, except: changes(of: current))
    } catch {
      try requireRead()
      throw CommandError.failure(error)
    }
    try requireRead()
    return former
  }

  private func root(of current: Workspace) -> SpecsRoot? {
    let paths = [current.root.path] + SpecsRoot.usualPaths.filter { $0 != current.root.path }
    return paths.lazy.map { SpecsRoot(path: $0) }.first { root in
      [root.taskList, root.registry].contains { files.isInside($0) ?? false }
    }
  }

  /// The files of `current` that may have been otherwise in the revision.
  private func changes(of current: Snapshot) -> TreeChanges {
    let files = current.workspace.files
    guard let former = self.files as? GitTree else { return TreeChanges(files: files.lazy.map(\.path)) }
    let isSame = Parallel.map(count: files.count, serialBelow: 8) { index in
      let file = files[index]
      return file.failure == nil && file.source.bytes.count == file.byteCount
        && former.id(ofFileAt: file.path)?.isBlob(file.source.bytes) ?? false
    }
    return TreeChanges(files: zip(files, isSame).lazy.filter { !$1 }.map(\.0.path))
  }

  /// Makes sure that git could read whatever it was asked for: what it could not read would seem not to exist.
  func requireRead() throws(CommandError) {
    if let failure = repository.failure { throw CommandError(failure) }
  }
}
