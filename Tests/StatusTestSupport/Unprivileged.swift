import Glibc

/// Runs something as a user for whom permissions count.
package enum Unprivileged {
  /// setfsuid(2): the one change of user that the other threads, on which other tests run, do not take part in.
  /// Glibc's module map hides it.
  private static let setFileSystemUser: (@convention(c) (UInt32) -> Int32)? = {
    dlsym(nil, "setfsuid").map { unsafeBitCast($0, to: (@convention(c) (UInt32) -> Int32).self) }
  }()

  /// Whether `run` can do what it says.
  package static var isPossible: Bool { geteuid() != 0 || setFileSystemUser != nil }

  /// Runs `body` on this thread without the right to pass over permissions, also when the tests run as root.
  package static func run(_ body: () throws -> Void) rethrows {
    guard geteuid() == 0, let setFileSystemUser else { return try body() }
    let nobody: UInt32 = 65534
    _ = setFileSystemUser(nobody)
    defer { _ = setFileSystemUser(0) }
    try body()
  }
}
