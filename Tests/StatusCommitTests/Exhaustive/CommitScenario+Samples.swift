import StatusCommit
import StatusFileSystem

extension CommitScenario {
  /// Four files in three directories, of several modes and owners, one with attributes.
  static let fourFiles = CommitScenario(
    "four files in three directories", sampleDisk,
    [
      change("TODO.md", "- [ ] 12. Search\n", "- [x] 12. Search, found\n"),
      change("state.json", "{\"status\": \"planned\"}\n", "{\"status\": \"completed\"}\n"),
      change("012_search/state.json", "{\"status\": \"planned\", \"task\": 12}\n", "{}\n"),
      change(
        "012_search/plans/plan-001.md", "# Plan\n\n### Phase 1 [ ]\n", "# Plan\n\n### Phase 1 [x] done\n"),
    ])

  /// A new file in directories that have to be made, and a change of an old one.
  static let newFile = CommitScenario(
    "a new file with its directories", sampleDisk,
    [
      FileChange(path: "013_more/reports/report-001.md", old: nil, new: Array("# Report\n".utf8)),
      change("TODO.md", "- [ ] 12. Search\n", "- [ ] 12. Search\n- [ ] 13. More\n"),
    ])

  /// The same on a file system that can neither exchange nor refuse to replace.
  static let plainRename = fourFiles.mutated("plain renames") { without([.exchange, .renameKeeping]) }

  /// A new file on such a file system.
  static let plainRenameNewFile = newFile.mutated("plain renames") { without([.exchange, .renameKeeping]) }

  /// On a file system that has no fsync(2) for directories, since their names are safe at once.
  static let synchronousNames = fourFiles.mutated("no fsync for directories") {
    { call, machine in
      guard call.kind == .synchronize, !call.name.hasPrefix(".statuslint") else { return nil }
      return .failAfterEffect(.invalidArgument)
    }
  }

  /// All of them, and each of the first three on what an interrupted commit has left.
  static let all = [fourFiles, newFile, plainRename, plainRenameNewFile] + interrupted

  /// Those in which others edit.
  static let editable = [fourFiles, newFile, plainRename]

  /// Four files, where an earlier commit was interrupted: each form of the journal, with and without litter.
  static let interrupted: [CommitScenario] = []

  private static var sampleDisk: SimulatedDisk {
    var disk = SimulatedDisk()
    func path(_ name: String) -> String { "\(root)/\(name)" }
    disk.write("- [ ] 12. Search\n", to: path("TODO.md"))
    disk.write("{\"status\": \"planned\"}\n", to: path("state.json"), permissions: 0o664)
    disk.write(
      Array("{\"status\": \"planned\", \"task\": 12}\n".utf8), to: path("012_search/state.json"),
      permissions: 0o600, owner: 1000, group: 100)
    disk.write(
      Array("# Plan\n\n### Phase 1 [ ]\n".utf8), to: path("012_search/plans/plan-001.md"),
      attributes: ["user.note": Array("keep".utf8), "system.posix_acl_access": [2, 0, 0, 0]])
    disk.write("# Notes\n", to: path("012_search/notes.md"))
    disk.link(path("012_search/latest"), to: "plans/plan-001.md")
    return disk
  }

  private static func change(_ path: String, _ old: String, _ new: String) -> FileChange {
    FileChange(path: path, old: Array(old.utf8), new: Array(new.utf8))
  }

  private static func without(_ kinds: Set<SimulatedCall.Kind>) -> SimulatedFileSystem.Interference {
    { call, _ in kinds.contains(call.kind) ? .fail(.invalidArgument) : nil }
  }
}
