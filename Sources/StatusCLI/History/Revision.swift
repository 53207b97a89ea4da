import StatusEngine
import StatusHistory

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

  /// Makes sure that git could read whatever it was asked for: what it could not read would seem not to exist.
  func requireRead() throws(CommandError) {
    if let failure = repository.failure { throw CommandError(failure) }
  }
}
