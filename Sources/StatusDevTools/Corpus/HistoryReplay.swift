import StatusFileSystem
import StatusText

/// Makes a git repository with the commits of a case. Each is an hour after the one before, so that all names of commits
/// are the same every time.
struct HistoryReplay {
  private let script: HistoryScript
  private let directory: String
  private let program: CorpusRunner.Program

  /// The time of the first commit: 2026-01-15T12:00:00Z.
  private static let start = 1_768_478_400

  init(_ script: HistoryScript, in directory: String, _ program: @escaping CorpusRunner.Program) {
    self.script = script
    self.directory = directory
    self.program = program
  }

  /// Makes the repository in the directory, which does not exist yet; nothing is checked out.
  func run(hasCarriageReturns: Bool) async throws {
    try SingleFile("\(directory)/.git/info/exclude").write([])
    try await git("init", "-q", "-b", "main", ".")
    var commits: [String] = []
    for (index, commit) in script.commits.enumerated() {
      let files = hasCarriageReturns ? commit.files.withCarriageReturns(like: commit.files) : commit.files
      try removeFiles()
      try files.write(to: directory)
      try await git("add", "--all")
      let tree = try await git("write-tree")
      let parents = commit.parents.flatMap { ["-p", commits[$0 - 1]] }
      commits.append(
        try await git(
          ["commit-tree", tree, "-m", "commit \(index + 1)"] + parents,
          at: Self.start + index * 3600))
    }
    try removeFiles()
    if let last = commits.last { try await git("update-ref", "refs/heads/main", last) }
    for (name, number) in script.branches {
      try await git("update-ref", "refs/heads/\(name)", commits[number - 1])
    }
  }

  /// Takes away what the last commit has put into the directory.
  private func removeFiles() throws(FileSystemError) {
    for entry in try Directory(opening: directory).list() where entry.name != ".git" {
      CorpusScratch.remove("\(directory)/\(entry.name)")
    }
  }

  @discardableResult private func git(_ arguments: String...) async throws -> String {
    try await git(arguments, at: Self.start)
  }

  private func git(_ arguments: [String], at time: Int) async throws -> String {
    var variables = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
    for who in ["AUTHOR", "COMMITTER"] {
      variables["GIT_\(who)_NAME"] = "Ann Author"
      variables["GIT_\(who)_EMAIL"] = "ann@example.org"
      variables["GIT_\(who)_DATE"] = "\(time) +0000"
    }
    let run = try await program(.git, arguments, variables, directory)
    guard run.exitCode == 0 else { throw CorpusCase.Malformed(message: CorpusRunner.ending(run)) }
    return String(decoding: run.output, as: UTF8.self).split(separator: "\n").joined()
  }
}
