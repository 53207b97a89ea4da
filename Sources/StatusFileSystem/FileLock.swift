/// How a file or directory is locked.
package struct FileLock: Hashable, Sendable {
  /// Whom a lock keeps out.
  package enum Strength: Hashable, Sendable {
    /// Those who want it exclusively.
    case shared
    /// Everyone.
    case exclusive
  }

  /// By which call a lock is taken; the kinds do not see each other.
  package enum Kind: Hashable, Sendable {
    /// flock(2), which needs no permission to write and takes directories.
    case whole
    /// F_OFD_SETLKW of fcntl(2), which network file systems know; the file must be open for writing to be locked
    /// exclusively.
    case record
  }

  /// Whom it keeps out.
  package let strength: Strength
  /// By which call it is taken.
  package let kind: Kind

  /// A lock.
  package init(_ strength: Strength, _ kind: Kind = .whole) {
    self.strength = strength
    self.kind = kind
  }
}
