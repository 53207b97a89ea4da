import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

@Suite struct LinkTests {
  private func failure(
    following name: String, in directory: Directory, within boundary: String
  ) throws -> FileSystemError {
    try #require(throws: FileSystemError.self) {
      try directory.readFollowing(name, within: boundary, limit: 1000)
    }
  }

  @Test func followsLinksInsideOfTheRepository() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("plan", to: "shared/plan.md")
    try temporary.makeDirectory("specs")
    try temporary.link("specs/plan.md", to: "../shared/plan.md")
    try temporary.link("specs/plans", to: "\(temporary.path)/shared")
    let specs = try Directory(opening: "\(temporary.path)/specs")
    let boundary = temporary.path
    #expect(try specs.readFollowing("plan.md", within: boundary, limit: 9) == Array("plan".utf8))
    #expect(try specs.readFollowing("plans/plan.md", within: boundary + "/", limit: 9).count == 4)
    #expect(try specs.listFollowing("plans", within: boundary).map(\.name) == ["plan.md"])
    #expect(try specs.listFollowing("..", within: boundary).count == 2)
  }

  @Test func refusesLinksOutOfIt() throws {
    let temporary = try TemporaryDirectory()
    // The other directory's name begins with the repository's.
    try temporary.write("secret", to: "repository-other/secret")
    try temporary.makeDirectory("repository")
    try temporary.link("repository/near", to: "../repository-other/secret")
    try temporary.link("repository/far", to: "/dev/null")
    try temporary.link("repository/plans", to: "..")
    let boundary = temporary.path + "/repository"
    let directory = try Directory(opening: boundary)
    let near = try failure(following: "near", in: directory, within: boundary)
    #expect(
      near.message.shown == "cannot read \(boundary)/near: "
        + "it points to \(temporary.path)/repository-other/secret, outside \(boundary)")
    #expect(near.hint != nil)
    let far = try failure(following: "far", in: directory, within: boundary)
    #expect(far.reason == .outside(boundary: boundary, resolved: "/dev/null"))
    #expect(throws: FileSystemError.self) { try directory.listFollowing("plans", within: boundary) }
    #expect(try failure(following: "far", in: directory, within: "/").reason == .wrongKind(.characterDevice))
  }

  @Test func loopsAndLinksToNothingAreErrors() throws {
    let temporary = try TemporaryDirectory()
    try temporary.link("a", to: "b")
    try temporary.link("b", to: "a")
    try temporary.link("dangling", to: "nowhere")
    let directory = try temporary.open()
    let loop = try failure(following: "a", in: directory, within: temporary.path)
    #expect(loop.errno == .tooManyLinks && loop.hint != nil)
    #expect(loop.message == "cannot resolve \(temporary.path)/a: too many levels of symbolic links")
    #expect(try failure(following: "dangling", in: directory, within: temporary.path).isNotFound)
    #expect(throws: FileSystemError.self) { try directory.status("a", followingLinks: true) }
    #expect(try directory.status("dangling", followingLinks: true) == nil)
  }

  @Test(arguments: [
    ("/a/b", "/a/b", true), ("/a/b/c", "/a/b", true), ("/a/b/c", "/a/b/", true), ("/a/bc", "/a/b", false),
    ("/a", "/a/b", false), ("/a", "/", true), ("/", "/", true), ("/b", "/a", false),
  ])
  func boundariesAreWholeComponents(path: String, boundary: String, isWithin: Bool) {
    #expect(RealPath.lies(path, within: boundary) == isWithin)
  }
}
