import Testing

extension SampleTree {
  /// Runs git in the repository, by a shell: `command` is what follows `git` and may go on with `&&`.
  func git(_ command: String, location: SourceLocation = #_sourceLocation) async throws {
    try await GitCommand.run(command, in: path, location)
  }
}

extension WorkTree {
  /// The same. With `hour`, at that hour of the fifteenth of January 2026.
  func git(_ command: String, hour: Int = 12, location: SourceLocation = #_sourceLocation) async throws {
    try await GitCommand.run(command, in: path, hour: hour, location)
  }
}

private enum GitCommand {
  static func run(_ command: String, in path: String, hour: Int = 12, _ location: SourceLocation) async throws
  {
    var invocation = Invocation(arguments: [], directory: path)
    // What holds a place in an empty repository is not one.
    invocation.shell = "test -d .git/objects || rm -rf .git; git \(command)"
    for who in ["AUTHOR", "COMMITTER"] {
      invocation.variables["GIT_\(who)_NAME"] = "A"
      invocation.variables["GIT_\(who)_EMAIL"] = "a@example.org"
      invocation.variables["GIT_\(who)_DATE"] = "2026-01-15T\(hour < 10 ? "0" : "")\(hour):00:00Z"
    }
    let outcome = try await invocation.run(location)
    try #require(outcome.exitCode == 0, "\(outcome.testDescription)", sourceLocation: location)
  }
}
