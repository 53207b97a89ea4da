import Glibc
import StatusFileSystem
import Synchronization
import Testing

/// A fresh directory of one test, gone with all that is in it when the test lets go of it.
final class TemporaryDirectory: Sendable {
  private static let counter = Atomic<Int>(0)

  /// Its real path, without a slash at its end.
  let path: String

  init() throws {
    let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = "\(parent)/statuslint-tests-\(getpid())-\(number)"
    try #require(mkdir(path, 0o755) == 0)
    self.path = try PosixFileSystem().realPath(path)
  }

  deinit { Self.removeAll(Array(path.utf8)) }

  /// Makes `name`, with the directories above it, hold `bytes`.
  func write(_ bytes: [UInt8], to name: String) throws {
    try SingleFile("\(path)/\(name)").write(bytes)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func link(_ name: String, to target: String) throws {
    try #require(symlink(target, "\(path)/\(name)") == 0)
  }

  func makeDirectory(_ name: String) throws { try #require(mkdir("\(path)/\(name)", 0o755) == 0) }

  func makeFIFO(_ name: String) throws { try #require(mkfifo("\(path)/\(name)", 0o644) == 0) }

  func open() throws -> Directory { try Directory(opening: path) }

  /// With bytes and not with our own code, which is what the tests are about.
  private static func removeAll(_ path: [UInt8]) {
    withCString(path) { cPath in
      guard unlink(cPath) != 0, let stream = opendir(cPath) else { return }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name == Array(".".utf8) || name == Array("..".utf8) { continue }
        removeAll(path + [UInt8(ascii: "/")] + name)
      }
      closedir(stream)
      rmdir(cPath)
    }
  }

  static func withCString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }
}
