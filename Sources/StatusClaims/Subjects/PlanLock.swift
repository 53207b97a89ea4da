/// A file or directory with which another program keeps others from writing.
package struct PlanLock: Sendable {
  /// The path from the root.
  package let path: String
  /// After so many seconds without a change, the lock is stale; nil if it counts as long as it is there.
  package let staleAfter: Int?

  /// A lock at `path`.
  package init(_ path: String, staleAfter: Int? = nil) {
    self.path = path
    self.staleAfter = staleAfter
  }
}
