import StatusFileSystem
import StatusTestSupport
import Testing

@testable import StatusCommit

/// What recovery makes of what it finds; all the ways to get there are for the simulation.
struct RecoveryTests {
  /// The journal of a commit of all sample files in `files`, as a writer would have written it.
  private func journal(_ files: SampleFiles, machine: String? = nil, inode: UInt64? = nil) throws -> Journal {
    let root = try files.status("")
    return Journal(
      transaction: "0123456789abcdef", command: "check --fix", time: "",
      machine: machine ?? PosixFileSystem().machineName(),
      device: root.device, inode: inode ?? root.inode, exchanges: true, directories: [],
      files: SampleFiles.paths.enumerated().map { index, path in
        Journal.File(
          path: path, stage: JournalName.stage("0123456789abcdef", index),
          former: Journal.Former(
            bytes: SampleFiles.old(path), permissions: 0o644, owner: root.owner, group: root.group),
          newSize: SampleFiles.new(path).count, newHash: ContentHash(SampleFiles.new(path)).value)
      })
  }

  /// A commit that was cut after two exchanges.
  private func interrupted(machine: String? = nil, inode: UInt64? = nil) throws -> SampleFiles {
    let files = try SampleFiles()
    try files.directory.write(
      journal(files, machine: machine, inode: inode).encoded, to: JournalName.armed)
    for (index, path) in SampleFiles.paths.enumerated() {
      let stage =
        path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        + JournalName.stage("0123456789abcdef", index)
      let isExchanged = index >= 2
      try files.directory.write(isExchanged ? SampleFiles.new(path) : SampleFiles.old(path), to: path)
      try files.directory.write(isExchanged ? SampleFiles.old(path) : SampleFiles.new(path), to: stage)
    }
    return files
  }

  @Test func anInterruptedCommitIsUndoneByTheNextWriter() throws {
    let files = try interrupted()
    let session = try files.session()
    #expect(session.recovery?.outcome == .undone)
    #expect(session.recovery?.command == "check --fix")
    #expect(session.recovery?.files == SampleFiles.paths)
    #expect(files.isOld)
  }

  /// What another program has changed in the meantime is its work, and is not said to be old again.
  @Test func aFileOfAnotherProgramIsLeftAndNamed() throws {
    let files = try interrupted()
    let path = SampleFiles.paths[2]
    try files.directory.write("mine", to: path)
    let recovery = try files.session().recovery
    #expect(recovery?.files == SampleFiles.paths.filter { $0 != path })
    #expect(recovery?.notes.count == 1 && recovery?.notes[0].shown.contains(path) == true)
    #expect(try FileBytes.read("\(files.directory.path)/\(path)") == Array("mine".utf8))
  }

  @Test func aCommittedOneIsCleanedUpAfter() throws {
    let files = try SampleFiles()
    for path in SampleFiles.paths { try files.directory.write(SampleFiles.new(path), to: path) }
    try files.directory.write(journal(files).encoded, to: JournalName.done)
    try files.directory.write(SampleFiles.old("TODO.md"), to: JournalName.stage("0123456789abcdef", 0))
    #expect(try files.session().recovery?.outcome == .finished)
    #expect(files.isNew)
  }

  @Test func aJournalThatWasNotFinishedIsRemoved() throws {
    let files = try SampleFiles()
    try files.directory.write("statuslint journal", to: JournalName.new)
    #expect(try files.session().recovery == nil)
    #expect(files.isOld)
  }

  @Test func aDamagedJournalStandsInTheWay() throws {
    let files = try interrupted()
    var bytes = try journal(files).encoded
    bytes[200] ^= 1
    try files.directory.write(bytes, to: JournalName.armed)
    let before = files.names
    let error = #expect(throws: CommitError.self) { try files.session() }
    #expect(error?.kind == .recoveryNeeded)
    #expect(error?.message.shown.contains("damaged") == true)
    #expect(throws: CommitError.self) { try RecoverSession.run(root: files.root, decision: .adopt) }
    #expect(files.names == before)
    let report = try RecoverSession.run(root: files.root, decision: .discard)
    #expect(report.outcome == .discarded)
    #expect(files.read(JournalName.discarded) == bytes)
    #expect(files.read("001_dig/state.json") == SampleFiles.new("001_dig/state.json"))
  }

  @Test(arguments: [("elsewhere", nil), (nil, 1)] as [(String?, UInt64?)])
  func aForeignJournalIsForTheUserToDecide(machine: String?, inode: UInt64?) throws {
    let files = try interrupted(machine: machine, inode: inode)
    let before = files.names
    let error = #expect(throws: CommitError.self) { try files.session() }
    #expect(error?.kind == .recoveryNeeded)
    #expect(error?.hint?.shown.contains("recover --adopt specs") == true)
    #expect(files.names == before)
    do {
      let reader = ReadSession(root: files.root)
      #expect(reader.overlay.isEmpty)
      #expect(reader.notes.count == 1)
    }
    #expect(try RecoverSession.run(root: files.root, decision: .adopt).outcome == .undone)
    #expect(files.isOld)
  }

  @Test func recoverSweepsTheWholeTree() throws {
    let files = try SampleFiles()
    let litter = ["001_dig/plans/.statuslint-00000000000000ff-7", ".statuslint-00000000000000ff-0"]
    for path in litter { try files.directory.write("x", to: path) }
    let report = try RecoverSession.run(root: files.root)
    #expect(report.outcome == nil)
    #expect(report.swept == litter.sorted())
    #expect(files.isOld)
  }

  /// Invariant 2, for readers: what was before is the truth.
  @Test func aReaderSeesTheOldBytes() throws {
    let files = try interrupted()
    let before = files.names
    let reader = ReadSession(root: files.root)
    #expect(reader.isStillTrue)
    for path in SampleFiles.paths { #expect(reader.overlay[path] == SampleFiles.old(path)) }
    #expect(reader.notes.count == 1 && reader.notes[0].shown.contains("\"check --fix\" was interrupted"))
    #expect(files.names == before)
  }
}
