import Glibc
import Synchronization

/// A fresh directory of one test, gone with all that is in it when the test lets go of it.
package final class TemporaryDirectory: Sendable {
  /// A call that failed: which, on what, and the errno that it left.
  package struct Failure: Error {
    package let call: String
    package let path: String
    package let errno: Int32

    /// The failure of `call`.
    package init(call: String, path: String, errno: Int32) {
      self.call = call
      self.path = path
      self.errno = errno
    }
  }

  private static let counter = Atomic<Int>(0)

  /// Its real path, without a slash at its end.
  package let path: String

  /// Makes the directory, in TMPDIR or /tmp.
  package init() throws {
    let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = "\(parent)/statuslint-tests-\(getpid())-\(number)"
    try Self.check("mkdir", path, mkdir(path, 0o755))
    guard let resolved = realpath(path, nil) else {
      throw Failure(call: "realpath", path: path, errno: errno)
    }
    defer { free(resolved) }
    self.path = String(cString: resolved)
  }

  deinit { Self.removeAll(Array(path.utf8)) }

  /// Makes `name`, with the directories above it, hold `bytes`.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let components = name.split(separator: "/")
    for count in stride(from: 1, to: components.count, by: 1) {
      let directory = "\(path)/" + components.prefix(count).joined(separator: "/")
      if mkdir(directory, 0o755) != 0, errno != EEXIST { try Self.check("mkdir", directory, -1) }
    }
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    try Self.check("open", file, descriptor)
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      try Self.check("write", file, written)
      rest = rest.dropFirst(written)
    }
  }

  /// Makes `name`, with the directories above it, hold `text`.
  package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Makes `name` a symbolic link to `target`.
  package func link(_ name: String, to target: String) throws {
    try Self.check("symlink", name, symlink(target, "\(path)/\(name)"))
  }

  /// Makes the directory `name`.
  package func makeDirectory(_ name: String) throws {
    try Self.check("mkdir", name, mkdir("\(path)/\(name)", 0o755))
  }

  /// Makes `name` a named pipe.
  package func makeFIFO(_ name: String) throws {
    try Self.check("mkfifo", name, mkfifo("\(path)/\(name)", 0o644))
  }

  /// Makes the mode of `name` `mode`, whatever the umask.
  package func setMode(_ name: String, _ mode: UInt32) throws {
    try Self.check("chmod", name, chmod("\(path)/\(name)", mode))
  }

  /// Takes away `name`, with all that is in it.
  package func remove(_ name: String) { Self.removeAll(Array("\(path)/\(name)".utf8)) }

  private static func check<Result: SignedInteger>(_ call: String, _ path: String, _ result: Result) throws {
    if result < 0 { throw Failure(call: call, path: path, errno: errno) }
  }

  /// With bytes, since names that are no text are among what is tested.
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

  /// Calls `body` with `bytes` as a path that C understands.
  package static func withCString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    (bytes + [0]).withUnsafeBytes { raw in
      if let base = raw.baseAddress { body(base.assumingMemoryBound(to: CChar.self)) }
    }
  }
}
