import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

@Suite struct ListTests {
  @Test func tellsNamesAndKinds() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("", to: "001_a/plans/implementation-001.md")
    try temporary.write("{}", to: "001_a/state.json")
    try temporary.makeFIFO("001_a/TODO.md")
    try temporary.link("001_a/link", to: "nowhere")
    let entries = try temporary.open().list("001_a").sorted { $0.name < $1.name }
    #expect(
      entries == [
        DirectoryEntry(name: "TODO.md", kind: .fifo), DirectoryEntry(name: "link", kind: .symbolicLink),
        DirectoryEntry(name: "plans", kind: .directory), DirectoryEntry(name: "state.json", kind: .regular),
      ])
  }

  @Test func listsItselfAgainAndAgain() throws {
    let temporary = try TemporaryDirectory()
    let directory = try temporary.open()
    #expect(try directory.list().isEmpty)
    try temporary.write("", to: "...")
    try temporary.write("", to: "..a")
    #expect(try Set(directory.list().map(\.name)) == ["...", "..a"])
    #expect(try directory.list().count == 2)
  }

  @Test func listsMoreNamesThanOneCallGives() throws {
    let temporary = try TemporaryDirectory()
    let names = (0..<3000).map { "\($0)_" + String(repeating: "n", count: $0 % 200) }
    for name in names { try #require(close(creat("\(temporary.path)/\(name)", 0o644)) == 0) }
    #expect(try temporary.open().list().map(\.name).sorted() == names.sorted())
  }

  @Test func refusesWhatIsNotADirectory() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("", to: "file")
    try temporary.makeDirectory("directory")
    try temporary.link("link", to: "directory")
    let directory = try temporary.open()
    func failure(_ name: String) throws -> FileSystemError {
      try #require(throws: FileSystemError.self) { try directory.list(name) }
    }
    #expect(try failure("file").message == "cannot list \(temporary.path)/file: it is a regular file")
    #expect(try failure("link").reason == .wrongKind(.symbolicLink))
    #expect(try failure("missing").isNotFound)
  }

  @Test func namesThatAreNoTextSurvive() throws {
    let temporary = try TemporaryDirectory()
    let names: [[UInt8]] = [
      Array("new\nline".utf8), [0xFF, 0xFE], Array("caf".utf8) + [0xE9], Array("café".utf8),
      Array("\u{10F7E9}".utf8), [0xC3],
    ]
    for name in names {
      TemporaryDirectory.withCString(Array("\(temporary.path)/".utf8) + name) { path in
        close(creat(path, 0o644))
      }
    }
    let directory = try temporary.open()
    let entries = try directory.list()
    #expect(Set(entries.map { FileName.bytes(of: $0.name) }) == Set(names))
    for entry in entries {
      #expect(try directory.read(entry.name, limit: 1).isEmpty)
      #expect(try directory.status(entry.name, followingLinks: false)?.kind == .regular)
      #expect(try directory.realPath(entry.name).hasSuffix("/" + entry.name))
    }
  }

  @Test func statusTellsFilesApart() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("four", to: "file")
    try temporary.write("four", to: "other")
    try temporary.link("link", to: "file")
    let directory = try temporary.open()
    let file = try #require(try directory.status("file", followingLinks: false))
    #expect(file.kind == .regular && file.size == 4 && file.linkCount == 1)
    #expect(try directory.status("link", followingLinks: true) == file)
    #expect(try directory.status("link", followingLinks: false)?.kind == .symbolicLink)
    #expect(try directory.status("other", followingLinks: true)?.inode != file.inode)
    #expect(try directory.status("missing", followingLinks: true) == nil)
    #expect(try directory.status("file/below", followingLinks: true) == nil)
    #expect(try directory.status("nul\0", followingLinks: true) == nil)
  }
}
