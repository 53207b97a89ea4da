/// How a file or directory is locked.
package struct FileLock: Hashable, Sendable {
  /// Which other locks a lock excludes.
  package enum Strength: Hashable, Sendable {
    /// Excludes exclusive locks.
    case shared
    /// Excludes all locks.
    case exclusive
  }

  /// The system call for a lock. Locks of different kinds do not exclude each other.
  package enum Kind: Hashable, Sendable {
    /// flock(2), which needs no write permission and can lock directories.
    case whole
    /// F_OFD_SETLKW of fcntl(2), which network file systems support. An exclusive lock requires a file that
    /// is open for writing.
    case record
  }

  /// Which other locks it excludes.
  package let strength: Strength
  /// The system call.
  package let kind: Kind

  /// A lock.
  package init(_ strength: Strength, _ kind: Kind = .whole) {
    self.strength = strength
    self.kind = kind
  }
}
