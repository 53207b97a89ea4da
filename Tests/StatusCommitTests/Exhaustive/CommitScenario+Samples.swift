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

  /// So many files that they are written by several threads.
  static let manyFiles: CommitScenario = {
    var disk = sampleDisk
    var changes: [FileChange] = []
    for number in 0..<14 {
      let path = "02\(number % 4)_task/plans/plan-\(number).md"
      disk.write("# Plan \(number)\n", to: "\(root)/\(path)")
      changes.append(change(path, "# Plan \(number)\n", "# Plan \(number), changed\n"))
    }
    changes.append(FileChange(path: "024_task/state.json", old: nil, new: Array("{}\n".utf8)))
    return CommitScenario("fifteen files at once", disk, changes)
  }()

  /// On a file system that has no fsync(2) for directories, since their names are safe at once.
  static let synchronousNames = fourFiles.mutated("no fsync for directories") {
    { call, _ in
      guard call.kind == .synchronize, !call.name.hasPrefix(".statuslint") else { return nil }
      return .failAfterEffect(.invalidArgument)
    }
  }

  /// On a file system that cannot lock directories.
  static let lockFile = newFile.mutated("no locks for directories") {
    { call, _ in call.kind == .lock && call.path == root ? .fail(.badDescriptor) : nil }
  }

  /// All of them; the longest only when everything is tried.
  static let all =
    [fourFiles, newFile, plainRenameNewFile] + interrupted + (CampaignSize.isFull ? [plainRename] : [])

  /// Those that differ in the way only.
  static let otherWorlds = [synchronousNames, lockFile]

  /// Those in which others edit.
  static let editable = [fourFiles, newFile, plainRename]

  /// A commit where an earlier one was interrupted: in the journal, between two files, and when it was done.
  static let interrupted: [CommitScenario] = {
    let trial = CommitTrial.commit(newFile, keepingSnapshots: true)
    func machine(before kind: SimulatedCall.Kind, _ condition: (SimulatedCall) -> Bool) -> SimulatedMachine {
      let index = trial.system.calls.firstIndex { $0.kind == kind && condition($0) }
      return index.map { trial.system.snapshots[$0] } ?? trial.machine
    }
    let torn = CommitTrial.commit(newFile) { call, _ in call.kind == .write ? .crashHalfway : nil }
    let between = machine(before: .exchange) { _ in true }
    let done = machine(before: .remove) { $0.name.hasPrefix(".statuslint-") }
    return [
      CommitScenario("after one whose journal is not whole", newFile, on: torn.machine),
      CommitScenario("after one that was interrupted", newFile, on: between),
      CommitScenario("after one that was done, and not cleaned up", on: done, newFile.new, laterChanges),
    ]
  }()

  /// Changes of what the new file's commit has left.
  private static let laterChanges = [
    change("013_more/reports/report-001.md", "# Report\n", "# Report\n\nLonger.\n"),
    change("TODO.md", "- [ ] 12. Search\n- [ ] 13. More\n", "- [x] 13. More\n"),
  ]

  private static var sampleDisk: SimulatedDisk {
    var disk = SimulatedDisk()
    func path(_ name: String) -> String { "\(root)/\(name)" }
    disk.write("- [ ] 12. Search\n", to: path("TODO.md"))
    disk.write("{\"status\": \"planned\"}\n", to: path("state.json"), permissions: 0o664)
    disk.write(
      Array("{\"status\": \"planned\", \"task\": 12}\n".utf8), to: path("012_search/state.json"),
      permissions: 0o2770, owner: 1000, group: 100)
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
