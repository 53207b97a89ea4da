import StatusFileSystem
import StatusText

extension SpecsDirectory {
  /// Keeps the file `stage` in `directory`, which another program wrote to after it was replaced, under a
  /// special name. Returns its path for messages.
  func keepLateEdit(
    of stage: String, _ transaction: String, _ index: Int, in directory: OpenDirectory
  ) throws(Errno) -> String {
    let kept = JournalName.lateEdit(transaction, index)
    try fileSystem.rename(stage, to: kept, at: directory.descriptor, mode: .replacing)
    return displayPath(directory.path(of: kept))
  }
}

extension Message {
  /// The note that a late edit of the file at `path` is now at `kept`.
  static func lateEdit(_ path: String, _ kept: String) -> Message {
    "another program wrote to the old \(outside: path) while it was replaced; that version is kept as "
      + "\(outside: kept)"
  }
}
