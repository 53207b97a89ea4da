import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

@Suite struct ReadTests {
  /// What reading `name` fails with.
  private func failure(
    reading name: String, in directory: Directory, limit: Int = 1000
  ) throws -> FileSystemError {
    try #require(throws: FileSystemError.self) { try directory.read(name, limit: limit) }
  }

  @Test(arguments: [0, 1, 2, 999, 1000])
  func readsFilesUpToTheLimit(size: Int) throws {
    let temporary = try TemporaryDirectory()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
    try temporary.write(bytes, to: "specs/TODO.md")
    #expect(try temporary.open().read("specs/TODO.md", limit: 1000) == bytes)
  }

  @Test func refusesALargerFileWithoutReadingIt() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write([UInt8](repeating: 0, count: 1001), to: "TODO.md")
    let fileSystem = ScriptedFileSystem(readFailure: Errno(EIO))
    let directory = try Directory(opening: temporary.path, in: fileSystem)
    let error = try failure(reading: "TODO.md", in: directory)
    #expect(error.reason == .tooLarge(size: 1001, limit: 1000))
    #expect(
      error.message
        == "cannot read \(temporary.path)/TODO.md: its 1001 bytes are more than the limit of 1000")
  }

  @Test func refusesWhatIsNotAFile() throws {
    let temporary = try TemporaryDirectory()
    try temporary.makeFIFO("fifo")
    try temporary.makeDirectory("directory")
    try temporary.link("device", to: "/dev/null")
    let directory = try temporary.open()
    #expect(try failure(reading: "fifo", in: directory).reason == .wrongKind(.fifo))
    #expect(try failure(reading: "directory", in: directory).reason == .wrongKind(.directory))
    #expect(try failure(reading: "device", in: directory).reason == .wrongKind(.symbolicLink))
    #expect(
      try failure(reading: "/dev/null", in: directory).message == "cannot read /dev/null: it is a device")
  }

  @Test func refusesASocket() throws {
    let temporary = try TemporaryDirectory()
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array("\(temporary.path)/s".utf8)) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) }
    }
    try #require(bound == 0)
    #expect(try failure(reading: "s", in: temporary.open()).reason == .wrongKind(.socket))
  }

  @Test func namesWhatStandsInTheWay() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("text", to: "file")
    let directory = try temporary.open()
    let missing = try failure(reading: "missing", in: directory)
    #expect(missing.message == "cannot open \(temporary.path)/missing: no such file or directory")
    #expect(missing.isNotFound)
    #expect(try failure(reading: "file/below", in: directory).isNotFound)
    #expect(try failure(reading: "nul\0name", in: directory).isNotFound)
    let long = String(repeating: "x", count: 300)
    #expect(try failure(reading: long, in: directory).errno == .nameTooLong)
  }

  @Test(.enabled(if: Unprivileged.isPossible, "root passes over permissions"))
  func tellsOfAMissingPermission() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("text", to: "secret")
    try temporary.write("text", to: "closed/file")
    chmod("\(temporary.path)/secret", 0)
    chmod("\(temporary.path)/closed", 0)
    let directory = try temporary.open()
    try Unprivileged.run {
      let error = try failure(reading: "secret", in: directory)
      #expect(error.message == "cannot open \(temporary.path)/secret: permission denied")
      #expect(error.hint != nil)
      #expect(try failure(reading: "closed/file", in: directory).errno == .permissionDenied)
      #expect(throws: FileSystemError.self) { try directory.list("closed") }
      #expect(throws: FileSystemError.self) { try directory.status("closed/file", followingLinks: true) }
    }
    chmod("\(temporary.path)/closed", 0o755)
  }

  @Test(arguments: [0, 1, 5, 6, 7, 100])
  func readsToTheEndWhateverSizeTheFileClaims(claimedSize: Int) throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("sixsix", to: "file")
    let fileSystem = ScriptedFileSystem(claimedSize: claimedSize)
    let directory = try Directory(opening: temporary.path, in: fileSystem)
    #expect(try directory.read("file", limit: 100) == Array("sixsix".utf8))
  }

  @Test(arguments: [1, 2, 5])
  func readsOnWhenAReadGivesLessThanAsked(step: Int) throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("sixsix", to: "file")
    for claimedSize in [0, 6, 100] {
      let fileSystem = ScriptedFileSystem(claimedSize: claimedSize, step: step)
      let directory = try Directory(opening: temporary.path, in: fileSystem)
      #expect(try directory.read("file", limit: 100) == Array("sixsix".utf8))
    }
  }

  @Test func aFileThatGrowsPastTheLimitIsRefused() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write([UInt8](repeating: 1, count: 300_000), to: "file")
    let fileSystem = ScriptedFileSystem(claimedSize: 10)
    let directory = try Directory(opening: temporary.path, in: fileSystem)
    let error = try failure(reading: "file", in: directory, limit: 200_000)
    guard case .tooLarge(let size, limit: 200_000) = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect(size > 200_000)
    #expect(try directory.read("file", limit: 300_000).count == 300_000)
    #expect(try directory.read("file", limit: .max).count == 300_000)
  }

  @Test func readsFilesThatClaimToBeEmpty() throws {
    // Those of /proc have contents, but no size.
    let directory = try Directory(opening: "/proc/self")
    #expect(try !directory.read("status", limit: 100_000).isEmpty)
  }

  @Test func anErrorWhileReadingIsTold() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("text", to: "file")
    let directory = try Directory(
      opening: temporary.path, in: ScriptedFileSystem(readFailure: Errno(EIO)))
    #expect(
      try failure(reading: "file", in: directory).message
        == "cannot read \(temporary.path)/file: input/output error")
  }

  @Test func aDirectoryThatIsMissingCannotBeOpened() throws {
    let temporary = try TemporaryDirectory()
    let error = try #require(throws: FileSystemError.self) {
      try Directory(opening: "\(temporary.path)/specs")
    }
    #expect(error.message == "cannot open \(temporary.path)/specs: no such file or directory")
  }

  @Test func closesWhatItOpens() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write("text", to: "file")
    try temporary.makeFIFO("fifo")
    do {
      let directory = try temporary.open()
      _ = try directory.read("file", limit: 10)
      _ = try directory.list()
      _ = try directory.readFollowing("file", within: temporary.path, limit: 10)
      _ = try directory.listFollowing(".", within: temporary.path)
      _ = try failure(reading: "fifo", in: directory)
      _ = try failure(reading: "file", in: directory, limit: 1)
      try SingleFile("\(temporary.path)/report").write([1])
      #expect(try openFiles(below: temporary.path) == 1)
    }
    #expect(try openFiles(below: temporary.path) == 0)
  }

  /// How many descriptors of this process lead into `path`.
  private func openFiles(below path: String) throws -> Int {
    let descriptors = try Directory(opening: "/proc/self/fd")
    return try descriptors.list().count { entry in
      (try? descriptors.realPath(entry.name)).map { RealPath.lies($0, within: path) } ?? false
    }
  }
}
