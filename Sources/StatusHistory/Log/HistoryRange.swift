/// Which part of a history is wanted.
package struct HistoryRange: Sendable {
  /// The directories of the trees, also those that they had earlier.
  package var roots: [String]
  /// The commit that the history ends with, as git is asked for it: its name, or HEAD.
  let until: String
  /// The commit after which it begins; nil for the first.
  package var since: ObjectID?
  /// Whether of a merge only the first parent is followed.
  package var isMainline = false
  /// Larger files are not read, in bytes.
  package var sizeLimit: Int

  /// The whole history until a commit; nil for HEAD, of which it is not known yet which commit it is.
  package init(roots: [String], until: ObjectID?, sizeLimit: Int) {
    self.roots = roots
    self.until = until?.digits ?? "HEAD"
    self.sizeLimit = sizeLimit
  }

  /// The commits, as `git log` is asked for them.
  var revisions: [String] { [until] + (since.map { ["^\($0.digits)"] } ?? []) }
}
