/// A file or directory with which another program keeps others from writing.
package struct PlanLock: Sendable {
  /// The path from the root.
  package let path: String
  /// So many seconds after the last sign of life nobody holds it any more; nil if it counts as long as it is there.
  package let staleAfter: Int?

  /// A lock at `path`.
  package init(_ path: String, staleAfter: Int? = nil) {
    self.path = path
    self.staleAfter = staleAfter
  }
}
