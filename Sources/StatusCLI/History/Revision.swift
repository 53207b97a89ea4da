import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusModel

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

  /// The tree as it was in the revision, judged as `current` is; nil if it was not there. It may have been at another of
  /// the usual places.
  func workspace(before current: Workspace, jobs: Int?) throws(CommandError) -> Workspace? {
    guard let root = root(of: current) else { return nil }
    var settings = Snapshot.Settings(now: current.now)
    settings.profile = current.profile
    settings.jobs = jobs
    settings.followsLinks = false
    let former: Workspace
    do throws(FileSystemError) {
      former = try Snapshot.read(root, from: files, settings).workspace
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
      ["TODO.md", "state.json"].contains { name in
        if case .bytes = files.read(root.path(name)) { true } else { false }
      }
    }
  }

  /// Makes sure that git could read whatever it was asked for: what it could not read would seem not to exist.
  func requireRead() throws(CommandError) {
    if let failure = repository.failure { throw CommandError(failure) }
  }
}
