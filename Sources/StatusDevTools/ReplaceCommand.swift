import StatusCLI
import StatusCommit
import StatusFileSystem

/// `statuslint-dev replace`: one commit of any files, for tests of the committer from outside.
package struct ReplaceCommand: Sendable {
  private let root: String
  private let changes: [(target: String, source: String)]

  /// A commit that gives each target, a path from `root`, the bytes of its source; a target that is not there is made.
  package init(root: String, changes: [(target: String, source: String)]) {
    self.root = root
    self.changes = changes
  }

  /// Commits.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: CommonOptions())
    do {
      let session = try WriteSession(root: RootPath(root), in: surroundings.fileSystem)
      let planned = try plan(surroundings.fileSystem)
      let report = try session.commit(planned, command: "replace", time: "\(surroundings.now())")
      console.notes(report.notes)
      return .success
    } catch let error as CommitError {
      console.notes(error.notes)
      throw .commit(error)
    } catch {
      throw .failure("\(String(describing: error))")
    }
  }

  private func plan(_ fileSystem: any FileSystem) throws -> [FileChange] {
    let directory = try Directory(opening: root, in: fileSystem)
    let sources = try Directory(opening: ".", in: fileSystem)
    return try changes.map { change in
      let isThere = try directory.status(change.target, followingLinks: true) != nil
      return FileChange(
        path: change.target, old: isThere ? try directory.read(change.target, limit: 1 << 30) : nil,
        new: try sources.read(change.source, limit: 1 << 30))
    }
  }
}
