import Glibc
import StatusFileSystem
import StatusTestSupport

@testable import StatusCommit

/// A small tree on the real file system, with the four files that a transaction changes.
struct SampleFiles {
  static let paths = ["TODO.md", "state.json", "001_dig/state.json", "001_dig/plans/implementation-001.md"]

  let directory: TemporaryDirectory
  var root: RootPath { RootPath(directory.path, shownAs: "specs") }

  init() throws {
    directory = try TemporaryDirectory()
    for path in Self.paths { try directory.write(Self.old(path), to: path) }
  }

  static func old(_ path: String) -> [UInt8] { Array("old \(path)\n".utf8) }
  static func new(_ path: String) -> [UInt8] { Array("the new \(path), longer than the old one\n".utf8) }

  /// A change of each file.
  static var changes: [FileChange] { paths.map { FileChange(path: $0, old: old($0), new: new($0)) } }

  func session(lockTimeout: Double = 0) throws(CommitError) -> WriteSession {
    try WriteSession(root: root, lockTimeout: lockTimeout)
  }

  @discardableResult
  func commit(_ changes: [FileChange] = changes) throws(CommitError) -> CommitReport {
    try session().commit(changes, command: "test", time: "2026-01-15T12:00:00Z")
  }

  /// What is wrong with an attempt to commit; nil when it went through.
  func failure(_ changes: [FileChange] = changes) -> CommitError? {
    do throws(CommitError) { try commit(changes) } catch { return error }
    return nil
  }

  /// The bytes of a file; nil when it cannot be read.
  func read(_ path: String) -> [UInt8]? {
    try? Directory(opening: directory.path).read(path, limit: 1 << 20)
  }

  /// Whether each file has its old bytes, and nothing else is there.
  var isOld: Bool { Self.paths.allSatisfy { read($0) == Self.old($0) } && names == Self.names }
  /// Whether each file has its new bytes, and nothing else is there.
  var isNew: Bool { Self.paths.allSatisfy { read($0) == Self.new($0) } && names == Self.names }

  private static let names = (["001_dig", "001_dig/plans"] + paths).sorted()

  /// Every name in the tree.
  var names: [String] {
    var found: [String] = []
    var waiting = ["."]
    guard let tree = try? Directory(opening: directory.path) else { return [] }
    while let path = waiting.popLast() {
      for entry in (try? tree.list(path)) ?? [] {
        let name = path == "." ? entry.name : "\(path)/\(entry.name)"
        found.append(name)
        if entry.kind == .directory { waiting.append(name) }
      }
    }
    return found.sorted()
  }

  /// The status of a file.
  func status(_ path: String) throws -> FileStatus {
    try PosixFileSystem().status("\(directory.path)/\(path)", at: nil, followingLinks: false)
  }
}
