import StatusFileSystem
import StatusText

/// Removes what a committed transaction leaves next to its targets: the old files, and then the journal.
struct Cleanup {
  private let root: SpecsDirectory
  private let journal: Journal
  /// Notes for the user.
  private(set) var notes: [Message] = []
  private var fileSystem: any FileSystem { root.fileSystem }

  /// A cleanup after `journal`, whose `.done` is on disk.
  init(_ journal: Journal, in root: SpecsDirectory) {
    self.root = root
    self.journal = journal
  }

  /// Cleans up. What cannot be removed stays, with the journal, for the next writer.
  mutating func run() throws(CommitError) {
    for (index, file) in journal.files.enumerated() { try removeStage(of: file, index) }
    try root.remove(JournalName.done)
  }

  private mutating func removeStage(of file: Journal.File, _ index: Int) throws(CommitError) {
    do throws(Errno) {
      let directory: OpenDirectory
      do {
        directory = try root.parent(of: file.path)
      } catch  where error == .noSuchFile || error == .notDirectory || error == .tooManyLinks {
        return
      }
      let found = try directory.find(file.stage, in: fileSystem)
      guard let bytes = found.bytes else { return }
      // An editor that had the old file open may have written to it after the exchange.
      if let former = file.former, !bytes.isSame(as: former.bytes) {
        let kept = try root.keepLateEdit(of: file.stage, journal.transaction, index, in: directory)
        notes.append(.lateEdit(root.displayPath(file.path), kept))
      } else {
        try fileSystem.remove(file.stage, at: directory.descriptor)
      }
    } catch {
      throw root.failure(error, "cannot remove the old version of", file.path)
    }
  }
}
