import Glibc
import StatusFileSystem
import StatusRuntime
import StatusTestSupport
import Testing

@Suite struct SingleFileTests {
  private let text = Array("report".utf8)

  private func content(_ name: String, in temporary: TemporaryDirectory) throws -> [UInt8] {
    try temporary.open().read(name, limit: 10_000_000)
  }

  @Test func makesTheFileAndItsDirectories() throws {
    let temporary = try TemporaryDirectory()
    try SingleFile("\(temporary.path)/a/b//c/report.xml").write(text)
    #expect(try content("a/b/c/report.xml", in: temporary) == text)
    #expect(try temporary.open().list("a/b/c").count == 1)
    try SingleFile("\(temporary.path)/a/b/c/report.xml").write([])
    #expect(try content("a/b/c/report.xml", in: temporary).isEmpty)
  }

  @Test func writesOnWhenAWriteTakesLessThanGiven() throws {
    let temporary = try TemporaryDirectory()
    try SingleFile("\(temporary.path)/file", in: ScriptedFileSystem(step: 1)).write(text)
    #expect(try content("file", in: temporary) == text)
  }

  @Test func replacesTheFileAndKeepsItsPermissions() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("old and longer", to: "baseline")
    chmod("\(temporary.path)/baseline", 0o640)
    let directory = try temporary.open()
    let before = try #require(try directory.status("baseline", followingLinks: false))
    try SingleFile("\(temporary.path)/baseline").write(text)
    let after = try #require(try directory.status("baseline", followingLinks: false))
    #expect(try content("baseline", in: temporary) == text)
    #expect(after.permissions == 0o640)
    #expect(after.inode != before.inode)
  }

  @Test func aLinkStaysALink() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("old", to: "real/report")
    try temporary.link("report", to: "real/report")
    try SingleFile("\(temporary.path)/report").write(text)
    #expect(try content("real/report", in: temporary) == text)
    #expect(try temporary.open().status("report", followingLinks: false)?.kind == .symbolicLink)
  }

  @Test(arguments: [
    ScriptedFileSystem(writeFailure: .noSpace), ScriptedFileSystem(renameFailure: .noSpace),
  ])
  func afterAnErrorTheOldFileIsThereAndNothingElse(fileSystem: ScriptedFileSystem) throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("old", to: "report")
    let path = "\(temporary.path)/report"
    let error = try #require(throws: FileSystemError.self) {
      try SingleFile(path, in: fileSystem).write(text)
    }
    #expect(error.message == "cannot write \(path): no space left on device")
    #expect(try content("report", in: temporary) == Array("old".utf8))
    #expect(try temporary.open().list().count == 1)
  }

  @Test func devicesAreWrittenDirectly() throws {
    try SingleFile("/dev/null").write(text)
    let error = try #require(throws: FileSystemError.self) { try SingleFile("/dev/full").write(text) }
    #expect(error.errno == .noSpace)
  }

  @Test func pipesAreWrittenDirectly() throws {
    let temporary = try TemporaryDirectory()
    try temporary.makeFIFO("fifo")
    let reader = Glibc.open("\(temporary.path)/fifo", O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try SingleFile("\(temporary.path)/fifo").write(text)
    #expect(try StandardInput(Descriptor(reader)).readAll(limit: 100) == text)
    #expect(try temporary.open().list().map(\.kind) == [.fifo])
  }

  @Test func refusesADirectoryAndAPathThroughAFile() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("", to: "file")
    let directory = try #require(throws: FileSystemError.self) { try SingleFile(temporary.path).write(text) }
    #expect(directory.reason == .wrongKind(.directory))
    let through = try #require(throws: FileSystemError.self) {
      try SingleFile("\(temporary.path)/file/a/report").write(text)
    }
    #expect(through.errno == .notDirectory)
  }

  @Test(.enabled(if: Unprivileged.isPossible, "root passes over permissions"))
  func tellsOfAMissingPermission() throws {
    let temporary = try TemporaryDirectory()
    Unprivileged.run {
      let error = #expect(throws: FileSystemError.self) {
        try SingleFile("\(temporary.path)/new/report").write(text)
      }
      #expect(
        error?.message == "cannot create the directory \(temporary.path)/new: permission denied")
    }
  }

  @Test func manyWritersOfOneFileLeaveOneWholeFile() throws {
    let temporary = try TemporaryDirectory()
    let path = "\(temporary.path)/report"
    let failures = Parallel.map(count: 16, jobs: 4, serialBelow: 0) { index -> FileSystemError? in
      do throws(FileSystemError) {
        try SingleFile(path).write([UInt8](repeating: UInt8(index), count: 100_000))
        return nil
      } catch { return error }
    }
    #expect(failures.allSatisfy { $0 == nil })
    let bytes = try content("report", in: temporary)
    #expect(bytes.count == 100_000 && Set(bytes).count == 1)
    #expect(try temporary.open().list().count == 1)
  }
}
