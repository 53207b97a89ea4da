import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

struct DirectoryWatcherTests {
  private let directory: TemporaryDirectory
  private let watcher: DirectoryWatcher

  init() throws {
    directory = try TemporaryDirectory()
    watcher = try DirectoryWatcher()
  }

  private func watch(_ name: String) {
    watcher.watch(name.isEmpty ? directory.path : "\(directory.path)/\(name)", from: directory.path)
  }

  /// The names of what has happened; a slash after those of directories.
  private func names() throws -> Set<String> {
    Set(
      try watcher.events().places.map {
        $0.path.replacing(directory.path + "/", with: "") + ($0.isDirectory ? "/" : "")
      })
  }

  @Test func filesThatComeChangeAndGo() throws {
    try directory.makeDirectory("a")
    watch("a")
    #expect(try names() == [])
    try directory.write("x", to: "a/file")
    #expect(try names() == ["a/file"])
    try directory.setMode("a/file", 0o600)
    #expect(try names() == ["a/file"])
    rename("\(directory.path)/a/file", "\(directory.path)/a/other")
    #expect(try names() == ["a/file", "a/other"])
    directory.remove("a/other")
    #expect(try names() == ["a/other"])
  }

  @Test("the directories above are watched, and the nearest one for one that is missing")
  func directoriesAbove() throws {
    watch("a/b/c")
    try directory.makeDirectory("a")
    #expect(try names() == ["a/"])
    try directory.makeDirectory("a/b")
    #expect(try names() == [])
    watch("a/b/c")
    rename("\(directory.path)/a", "\(directory.path)/d")
    #expect(try names().contains("a/"))
    // The old watches are gone: what happens at the new place is not told with the old path.
    try directory.write("x", to: "d/b/file")
    #expect(try names() == [])
    watch("d/b")
    try directory.write("x", to: "d/b/file")
    #expect(try names() == ["d/b/file"])
  }

  @Test func aDirectoryThatIsReplaced() throws {
    try directory.makeDirectory("a")
    watch("a")
    directory.remove("a")
    try directory.makeDirectory("a")
    #expect(try names().contains("a/"))
    watch("a")
    try directory.write("x", to: "a/file")
    #expect(try names() == ["a/file"])
  }

  @Test func links() throws {
    try directory.write("x", to: "real/file")
    try directory.makeDirectory("a")
    try directory.link("a/link", to: "../real")
    try directory.link("a/file", to: "../real/file")
    watch("a/link")
    watcher.watch(fileAt: "\(directory.path)/a/file", from: directory.path, isLink: true)
    try directory.write("y", to: "real/file")
    #expect(try names() == ["a/link/file", "a/file", "real/file"])
  }

  @Test func moreThanTheSystemKeeps() throws {
    watch("")
    for number in 0..<9000 {
      try directory.write("", to: "a\(number % 2)")
      directory.remove("a\(number % 2)")
    }
    #expect(try watcher.events().areIncomplete)
    #expect(try watcher.events().isEmpty)
  }
}
