import Glibc
import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct GitTreeTests {
  /// git may refuse before it has read what it was asked, as the program itself allows for.
  init() { signal(SIGPIPE, SIG_IGN) }

  private func files(
    _ fixture: GitFixture, _ revision: String = "HEAD", in directory: String = "", sizeLimit: Int = 1 << 20
  ) throws -> any TreeSource {
    let repository = try GitRepository(
      around: fixture.path + directory, try GitProgram(GitFixture.variable))
    let name = try #require(RevisionName(revision))
    return try repository.files(of: repository.commit(name), sizeLimit: sizeLimit)
  }

  private func text(_ source: any TreeSource, _ path: String) -> String? {
    if case .bytes(let bytes) = source.read(path) { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  private func failure(_ source: any TreeSource, _ path: String) -> String? {
    if case .failed(let reason) = source.read(path) { reason } else { nil }
  }

  private func names(_ source: any TreeSource, _ path: String) throws -> [String] {
    try source.listFollowing(path).map(\.name).sorted()
  }

  @Test func aCommitIsReadAsADirectoryIs() throws {
    let fixture = try GitFixture()
    try fixture.write("one\n", to: "specs/TODO.md")
    try fixture.write("", to: "specs/a b/empty")
    try fixture.commit()
    try fixture.write("two\n", to: "specs/TODO.md")
    let source = try files(fixture)
    #expect(text(source, "specs/TODO.md") == "one\n")
    #expect(text(source, "specs/missing") == nil)
    #expect(text(source, "specs") == nil)
    #expect(try names(source, ".") == ["specs"])
    #expect(try names(source, "specs") == ["TODO.md", "a b"])
    #expect(try source.status("specs/TODO.md", followingLinks: false)?.size == 4)
    #expect(try source.status("specs/a b/empty", followingLinks: false)?.kind == .regular)
    #expect(try source.status("specs/a b", followingLinks: false)?.kind == .directory)
    #expect(try source.status("specs/c", followingLinks: false) == nil)
    #expect(source.isInside("specs/TODO.md") == true)
    #expect(throws: FileSystemError.self) { try source.list("specs/TODO.md") }
    #expect(throws: FileSystemError.self) { try source.list("nothing") }
  }

  @Test func linksStayInTheCommit() throws {
    let fixture = try GitFixture()
    try fixture.write("one\n", to: "specs/plans/a.md")
    try fixture.directory.link("specs/link", to: "plans/a.md")
    try fixture.directory.link("specs/dir", to: "../specs/plans")
    try fixture.directory.link("specs/out", to: "../../etc/passwd")
    try fixture.directory.link("specs/absolute", to: "/etc/passwd")
    try fixture.directory.link("specs/circle", to: "circle")
    try fixture.directory.link("specs/broken", to: "nothing")
    try fixture.commit()
    let source = try files(fixture)
    #expect(text(source, "specs/link") == "one\n")
    #expect(text(source, "specs/dir/a.md") == "one\n")
    #expect(try names(source, "specs/dir") == ["a.md"])
    #expect(throws: FileSystemError.self) { try source.list("specs/dir") }
    #expect(failure(source, "specs/out") == "it points outside the repository")
    #expect(failure(source, "specs/absolute") == "it points outside the repository")
    #expect(source.isInside("specs/out") == false)
    #expect(failure(source, "specs/broken") == "the link is broken")
    #expect(failure(source, "specs/circle") == "the link is broken")
    #expect(try source.status("specs/link", followingLinks: false)?.kind == .symbolicLink)
  }

  @Test func largeFilesAreNotRead() throws {
    let fixture = try GitFixture()
    try fixture.write("123456", to: "a")
    try fixture.write("12345", to: "b")
    try fixture.commit()
    let source = try files(fixture, sizeLimit: 5)
    #expect(failure(source, "a") == "its 6 bytes are more than the limit of 5")
    #expect(text(source, "b") == "12345")
  }

  @Test func aDirectoryBelowTheRepositoryIsReadByItself() throws {
    let fixture = try GitFixture()
    try fixture.write("one\n", to: "projects/x y/specs/TODO.md")
    try fixture.commit()
    #expect(text(try files(fixture, in: "/projects/x y"), "specs/TODO.md") == "one\n")
  }

  @Test func revisionsAreNamed() throws {
    let fixture = try GitFixture()
    #expect(text(try files(fixture), "a") == nil, "before the first commit")
    try fixture.write("one\n", to: "a")
    try fixture.commit()
    try fixture.run("git tag -a -m tag v1 && git checkout -q -b topic")
    try fixture.write("two\n", to: "a")
    try fixture.commit()
    try fixture.run("git checkout -q main")
    try fixture.write("three\n", to: "a")
    try fixture.commit()
    try fixture.run("git checkout -q topic")
    #expect(text(try files(fixture), "a") == "two\n")
    #expect(text(try files(fixture, "main"), "a") == "three\n")
    #expect(text(try files(fixture, "main..."), "a") == "one\n")
    #expect(text(try files(fixture, "v1"), "a") == "one\n")
    #expect(text(try files(fixture, "HEAD~1"), "a") == "one\n")
    let unknown = try #require(throws: GitError.self) { try files(fixture, "nothing") }
    #expect(unknown.isUsage)
    #expect(unknown.message.shown == "\"nothing\" is not a commit of the repository")
    #expect(throws: GitError.self) { try files(fixture, "HEAD:a") }
    try fixture.run("git checkout -q --orphan alone && git commit -q -m alone")
    let unrelated = try #require(throws: GitError.self) { try files(fixture, "main...") }
    #expect(unrelated.message.shown == "\"main\" and HEAD have no commit in common")
    for text in ["", "...", "a..b", "-a", "--output=x", "^main", "a\nb"] {
      #expect(RevisionName(text) == nil, "\(text)")
    }
  }

  @Test func objectsMayHaveLongerNames() throws {
    let fixture = try GitFixture("--object-format=sha256")
    try fixture.write("one\n", to: "specs/TODO.md")
    try fixture.commit()
    #expect(text(try files(fixture), "specs/TODO.md") == "one\n")
  }

  @Test func worktreesSubmodulesAndBareRepositoriesAreRead() throws {
    let fixture = try GitFixture()
    try fixture.write("one\n", to: "specs/TODO.md")
    try fixture.commit()
    try fixture.run("git worktree add -q ../\(fixture.path.split(separator: "/").last ?? "")-other")
    let other = fixture.path + "-other"
    defer { try? fixture.run("rm -rf '\(other)'") }
    let program = try GitProgram(GitFixture.variable)
    for directory in [other, fixture.path + "/.git"] {
      let repository = try GitRepository(around: directory, program)
      #expect(
        text(try repository.files(of: repository.commit(.head), sizeLimit: 100), "specs/TODO.md") == "one\n")
    }
    let outer = try GitFixture()
    try outer.run("git -c protocol.file.allow=always submodule --quiet add '\(fixture.path)' sub")
    try outer.commit()
    #expect(text(try files(outer, in: "/sub"), "specs/TODO.md") == "one\n")
    #expect(try names(files(outer), ".") == [".gitmodules", "sub"])
    #expect(text(try files(outer), "sub/specs/TODO.md") == nil)
  }

  @Test func whatIsNoRepositoryIsRefused() throws {
    let directory = try TemporaryDirectory()
    let error = try #require(throws: GitError.self) {
      try GitRepository(around: directory.path, try GitProgram(GitFixture.variable))
    }
    #expect(error.message.shown == "\(directory.path) is not in a git repository")
    #expect(!error.isUsage)
    let missing = try #require(throws: GitError.self) { try GitProgram { _ in "." } }
    #expect(missing.message.shown == "git is not in PATH")
  }

  @Test func missingObjectsAreReported() throws {
    let fixture = try GitFixture()
    try fixture.write("one\n", to: "a")
    try fixture.commit()
    try fixture.run("rm -f .git/objects/$(git rev-parse HEAD:a | sed 's|^..|&/|')")
    #expect(failure(try files(fixture), "a") == "it is missing from the git repository")
    try fixture.run("rm -f .git/objects/$(git rev-parse 'HEAD^{tree}' | sed 's|^..|&/|')")
    #expect(throws: FileSystemError.self) { try files(fixture).list(".") }
  }
}
