import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

@testable import StatusCommit

/// Whatever is refused says which file, why and what to do, and changes nothing.
struct RefusalTests {
  private static let todo = FileChange(
    path: "TODO.md", old: SampleFiles.old("TODO.md"), new: SampleFiles.new("TODO.md"))

  @Test func aFileThatHasChangedSinceIsAConflict() throws {
    let files = try SampleFiles()
    try files.directory.write("someone's", to: "001_dig/state.json")
    let error = files.failure()
    #expect(error?.kind == .conflict)
    #expect(error?.message.shown.contains("specs/001_dig/state.json") == true)
    #expect(files.read("TODO.md") == SampleFiles.old("TODO.md"))
    #expect(files.read("001_dig/state.json") == Array("someone's".utf8))
  }

  @Test func aRootThatIsTheWorkingDirectoryIsNamedByItsWholePath() throws {
    let files = try SampleFiles()
    let root = try SpecsDirectory(
      opening: RootPath(files.directory.path, shownAs: "."), in: PosixFileSystem())
    let error = root.failure(.ioError, "cannot synchronize", "")
    #expect(error.message.shown == "cannot synchronize \(files.directory.path): input/output error")
    #expect(root.displayPath("TODO.md") == "TODO.md")
  }

  @Test func aFileThatIsGoneOrThereAgainstThePlanIsAConflict() throws {
    let files = try SampleFiles()
    let made = FileChange(path: "TODO.md", old: nil, new: [1])
    let gone = FileChange(path: "002_x/state.json", old: [1], new: [2])
    #expect(files.failure([made])?.kind == .conflict)
    #expect(files.failure([gone])?.kind == .conflict)
    #expect(files.isOld)
  }

  @Test(arguments: [
    "", ".", "..", "../x", "/etc/passwd", "a//b", "a/./b", "a/../b", "a\0b", ".statuslint.journal",
  ])
  func aPathThatLeavesTheTreeIsRefused(path: String) throws {
    let files = try SampleFiles()
    let error = files.failure([Self.todo, FileChange(path: path, old: nil, new: [1])])
    #expect(error?.kind == .refused)
    #expect(files.isOld)
  }

  @Test func aLinkOutOfTheTreeIsRefused() throws {
    let files = try SampleFiles()
    let outside = try TemporaryDirectory()
    try outside.write(SampleFiles.old("TODO.md"), to: "TODO.md")
    try outside.write("x", to: "plans/implementation-001.md")
    files.directory.remove("TODO.md")
    try files.directory.link("TODO.md", to: "\(outside.path)/TODO.md")
    try files.directory.link("003_far", to: outside.path)
    for change in [
      Self.todo, FileChange(path: "003_far/plans/implementation-001.md", old: [0x78], new: [1]),
      FileChange(path: "003_far/state.json", old: nil, new: [1]),
    ] {
      let error = files.failure([change])
      #expect(error?.kind == .refused)
      #expect(error?.message.shown.contains(outside.path) == true)
    }
    #expect(try Directory(opening: outside.path).list().count == 2)
  }

  @Test func aFileWithTwoNamesIsRefused() throws {
    let files = try SampleFiles()
    let names = ["TODO.md", "copy.md"].map { "\(files.directory.path)/\($0)" }
    #expect(link(names[0], names[1]) == 0)
    let error = files.failure()
    #expect(error?.kind == .refused)
    #expect(error?.message.shown.contains("hard links") == true)
    #expect(files.read("state.json") == SampleFiles.old("state.json"))
  }

  @Test func twoNamesOfOneFileAreRefused() throws {
    let files = try SampleFiles()
    try files.directory.link("list.md", to: "TODO.md")
    let twice = FileChange(path: "list.md", old: SampleFiles.old("TODO.md"), new: [1])
    #expect(files.failure([Self.todo, twice])?.kind == .refused)
    #expect(files.failure([Self.todo, Self.todo])?.kind == .refused)
    #expect(files.read("TODO.md") == SampleFiles.old("TODO.md"))
  }

  @Test func whatIsNoRegularFileIsRefused() throws {
    let files = try SampleFiles()
    try files.directory.makeFIFO("pipe")
    for (path, phrase) in [("pipe", "a named pipe"), ("001_dig", "a directory")] {
      let error = files.failure([Self.todo, FileChange(path: path, old: [1], new: [2])])
      #expect(error?.kind == .refused)
      #expect(error?.message.shown.contains(phrase) == true)
    }
  }

  @Test func aLinkThatLeadsNowhereIsRefused() throws {
    let files = try SampleFiles()
    try files.directory.link("002_gone", to: "nowhere")
    let error = files.failure([FileChange(path: "002_gone/state.json", old: nil, new: [1])])
    #expect(error?.kind == .refused)
    #expect(files.names.contains("nowhere") == false)
  }

  @Test(.enabled(if: Unprivileged.isPossible)) func adirectoryThatMayNotBeWrittenIsNamed() throws {
    let files = try SampleFiles()
    for path in ["", "/001_dig"] { #expect(chmod(files.directory.path + path, 0o777) == 0) }
    #expect(chmod("\(files.directory.path)/001_dig/plans", 0o555) == 0)
    var error: CommitError?
    Unprivileged.run { error = files.failure() }
    #expect(error?.path.contains("001_dig/plans") == true || geteuid() != 0)
    if case .system(let errno) = error?.kind { #expect(errno == .permissionDenied) }
    #expect(error?.hint != nil)
    #expect(files.isOld)
  }

  @Test(.enabled(if: geteuid() == 0 && Unprivileged.isPossible))
  func aFileOfAnotherOwnerIsRefusedWhenItCannotBeKept() throws {
    let files = try SampleFiles()
    for path in ["", "/001_dig", "/001_dig/plans"] { #expect(chmod(files.directory.path + path, 0o777) == 0) }
    var error: CommitError?
    // The files belong to root; an unprivileged user who may write to the directories could replace them, but not
    // preserve the owner.
    Unprivileged.run { error = files.failure() }
    #expect(error?.kind == .refused)
    #expect(error?.message.shown.contains("belongs to another user") == true)
    #expect(files.isOld)
  }
}
