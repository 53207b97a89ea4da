/// A commit as `git log` tells it, with the files that differ from those of its first parent.
package struct LoggedCommit: Sendable {
  /// A file of a specs tree that differs.
  struct Difference: Sendable {
    /// The path, from the directory that the log is read for.
    let path: String
    /// What the path is in a tree.
    let place: HistoricPlace
    /// The object that it was; nil for nothing, or something other than a regular file.
    let old: ObjectID?
    /// The object that it is; nil likewise.
    let new: ObjectID?
  }

  /// Its name.
  package let id: ObjectID
  /// The commits before it, as far as they are in the log.
  package let parents: [ObjectID]
  /// When its author made it, in seconds since 1970.
  package let time: Int
  /// Who made it.
  package let author: String
  /// The author's address.
  package let email: String
  /// The first line of its message.
  package let subject: String
  /// What it changed.
  let differences: [Difference]
}
