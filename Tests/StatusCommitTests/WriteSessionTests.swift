import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

@testable import StatusCommit

/// Commits on the real file system; what happens when they are cut short is for the simulation.
struct WriteSessionTests {
  @Test func allFilesBecomeNew() throws {
    let files = try SampleFiles()
    let report = try files.commit()
    #expect(files.isNew)
    #expect(report == CommitReport(files: SampleFiles.paths, changedSince: [], notes: []))
  }

  /// Several large files wait for the disk at the same time.
  @Test func largeFilesBecomeNewTogether() throws {
    let files = try SampleFiles()
    let large = [UInt8](repeating: UInt8(ascii: "x"), count: 300 << 10)
    let changes = SampleFiles.paths.map { FileChange(path: $0, old: SampleFiles.old($0), new: large) }
    #expect(try files.commit(changes).files == SampleFiles.paths)
    #expect(SampleFiles.paths.allSatisfy { files.read($0) == large })
    #expect(files.names.filter { $0.contains("statuslint") }.isEmpty)
  }

  /// Somebody who writes without a lock as soon as everything is on the disk.
  @Test func whatIsWrittenBehindUsIsTold() throws {
    let files = try SampleFiles()
    let theirs = Array("theirs\n".utf8)
    let fileSystem = HookedFileSystem { call in
      if call == .rename("\(JournalName.armed) > \(JournalName.done)") {
        try? files.directory.write(theirs, to: "TODO.md")
      }
    }
    let session = try WriteSession(root: files.root, in: fileSystem)
    let report = try session.commit(SampleFiles.changes, command: "test", time: "")
    #expect(report.changedSince == ["TODO.md"])
    #expect(files.read("TODO.md") == theirs)
    #expect(files.names.filter { $0.contains("statuslint") }.isEmpty)
  }

  @Test func whatChangesNothingTouchesNothing() throws {
    let files = try SampleFiles()
    let before = try SampleFiles.paths.map { try files.status($0) }
    let same = SampleFiles.paths.map {
      FileChange(path: $0, old: SampleFiles.old($0), new: SampleFiles.old($0))
    }
    #expect(try files.commit(same) == CommitReport(files: [], changedSince: [], notes: []))
    #expect(try files.commit([]) == CommitReport(files: [], changedSince: [], notes: []))
    #expect(try SampleFiles.paths.map { try files.status($0) } == before)
  }

  @Test func filesAndTheirDirectoriesAreMade() throws {
    let files = try SampleFiles()
    let path = "002_plant/plans/deep/one.md"
    let other = "002_plant/state.json"
    try files.commit(
      SampleFiles.changes + [
        FileChange(path: path, old: nil, new: SampleFiles.new(path)),
        FileChange(path: other, old: nil, new: SampleFiles.new(other)),
      ])
    #expect(files.read(path) == SampleFiles.new(path))
    #expect(files.read(other) == SampleFiles.new(other))
    #expect(files.names.filter { $0.contains("statuslint") }.isEmpty)
  }

  @Test func modeAndAttributesStay() throws {
    let files = try SampleFiles()
    try files.directory.setMode("TODO.md", 0o640)
    try files.directory.setMode("state.json", 0o2664)
    let path = "\(files.directory.path)/TODO.md"
    let fileSystem = PosixFileSystem()
    let descriptor = try fileSystem.open(path, at: nil, for: .reading)
    defer { fileSystem.close(descriptor) }
    try? fileSystem.setAttribute("user.color", to: Array("green".utf8), of: descriptor)
    let had = try fileSystem.attributeNames(of: descriptor)
    try files.commit()
    #expect(try files.status("TODO.md").permissions == 0o640)
    #expect(try files.status("state.json").permissions == 0o2664)
    let now = try fileSystem.open(path, at: nil, for: .reading)
    defer { fileSystem.close(now) }
    #expect(try fileSystem.attributeNames(of: now) == had)
    if had.contains("user.color") {
      #expect(try fileSystem.attribute("user.color", of: now) == Array("green".utf8))
    }
  }

  @Test func aLinkInsideTheTreeStaysALink() throws {
    let files = try SampleFiles()
    try files.directory.write(SampleFiles.old("TODO.md"), to: "lists/all.md")
    files.directory.remove("TODO.md")
    try files.directory.link("TODO.md", to: "lists/all.md")
    try files.commit([FileChange(path: "TODO.md", old: SampleFiles.old("TODO.md"), new: [1, 2])])
    #expect(files.read("lists/all.md") == [1, 2])
    #expect(try files.status("TODO.md").kind == .symbolicLink)
  }

  @Test func aLeftoverStageIsSweptByTheNextWriterOfItsDirectory() throws {
    let files = try SampleFiles()
    try files.directory.write("torn", to: "001_dig/.statuslint-0123456789abcdef-3")
    try files.directory.write("mine", to: "001_dig/.statuslint-notes")
    try files.commit()
    #expect(!files.names.contains("001_dig/.statuslint-0123456789abcdef-3"))
    #expect(files.names.contains("001_dig/.statuslint-notes"))
  }

  /// Invariant 5: the old file that an editor has open is not removed with what it wrote in the last moment.
  @Test func aLateEditIsKept() throws {
    let files = try SampleFiles()
    let fileSystem = HookedFileSystem { call in
      // Between the exchange and the clean-up, through the old name of the inode.
      guard call == .rename("\(JournalName.armed) > \(JournalName.done)") else { return }
      let stages = files.names.filter { $0.hasPrefix(".statuslint-") && $0.hasSuffix("-2") }
      for stage in stages { try? files.directory.write("late", to: stage) }
    }
    let session = try WriteSession(root: files.root, in: fileSystem)
    let report = try session.commit(SampleFiles.changes, command: "test", time: "")
    let kept = files.names.filter { $0.hasPrefix("statuslint-late-edit-") }
    #expect(kept.count == 1)
    #expect(files.read(kept.first ?? "") == Array("late".utf8))
    #expect(report.notes.count == 1 && report.notes[0].shown.contains(kept.first ?? "?"))
    for path in SampleFiles.paths { #expect(files.read(path) == SampleFiles.new(path)) }
  }

  @Test func fortyFilesAreWrittenAtTheSameTime() throws {
    let files = try SampleFiles()
    let paths = (0..<40).map { "01\($0)_many/plans/implementation-001.md" }
    for path in paths { try files.directory.write(SampleFiles.old(path), to: path) }
    try files.commit(
      paths.map { FileChange(path: $0, old: SampleFiles.old($0), new: SampleFiles.new($0)) })
    for path in paths { #expect(files.read(path) == SampleFiles.new(path)) }
    #expect(files.names.allSatisfy { !$0.contains("statuslint") })
  }
}
