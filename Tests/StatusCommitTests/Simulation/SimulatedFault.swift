import StatusFileSystem

/// What becomes of one call of a simulated file system, instead of what it is meant to do.
enum SimulatedFault: Hashable, Sendable {
  /// It fails and has done nothing; a failed synchronization loses what it was to save.
  case fail(Errno)
  /// It has done everything, and says that it failed. A read or a question fails as above.
  case failAfterEffect(Errno)
  /// A write writes half of its bytes and fails; any other call fails as above.
  case failHalfway(Errno)
  /// It does nothing and says that it is done: what a program does that does not make the call at all.
  case skip
  /// The process ends before the call.
  case crash
  /// The process ends in the midst of a write, half of whose bytes are written; with any other call, before it.
  case crashHalfway
  /// The process ends after the call has done its work and before anyone learns of it.
  case crashAfterEffect
}
