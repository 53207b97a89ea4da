/// Which part of a history is wanted.
package struct HistoryRange: Sendable {
  /// The directories of the trees, also those that they had earlier.
  package var roots: [String]
  /// The commit that the history ends with.
  package var until: ObjectID
  /// The commit after which it begins; nil for the first.
  package var since: ObjectID?
  /// Whether of a merge only the first parent is followed.
  package var isMainline = false
  /// Larger files are not read, in bytes.
  package var sizeLimit: Int

  /// The whole history until a commit.
  package init(roots: [String], until: ObjectID, sizeLimit: Int) {
    self.roots = roots
    self.until = until
    self.sizeLimit = sizeLimit
  }

  /// The commits, as `git log` is asked for them.
  var revisions: [String] { [until.digits] + (since.map { ["^\($0.digits)"] } ?? []) }
}
