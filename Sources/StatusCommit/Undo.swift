import StatusFileSystem

/// Makes every file of a journal old again: what a commit does when it fails, and what recovery does with the journal
/// of a commit that was interrupted. Running it twice, or cutting it short and running it again, comes to the same.
///
/// What each file is follows from its bytes alone. A file that is neither old nor new is someone else's work and
/// stays as it is.
struct Undo {
  private let root: SpecsDirectory
  private let journal: Journal
  /// What the user should know besides.
  private(set) var notes: [String] = []
  /// The directories in which names have changed.
  private var touched: Set<String> = []
  private var fileSystem: any FileSystem { root.fileSystem }

  /// An undoing of `journal`.
  init(_ journal: Journal, in root: SpecsDirectory) {
    self.root = root
    self.journal = journal
  }

  /// Undoes, and takes the journal away. After an error the journal is still there and can be undone again.
  ///
  /// The journal's own name must be on the disk before the first target moves (invariant 3): `isDurable` says that
  /// this is certain, or that no target can have moved.
  mutating func run(journalIsDurable isDurable: Bool) throws(CommitError) {
    if !isDurable { try root.synchronize(root.root) }
    var failure: CommitError?
    for file in journal.files.reversed() {
      // The others are brought back all the same: the fewer files are new, the better.
      do { try restore(file) } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    for directory in journal.directories.reversed() { try removeIfEmpty(directory) }
    for path in touched.sorted() { try root.synchronize(directoryAt: path) }
    for file in journal.files { removeStage(of: file) }
    try root.remove(JournalName.done)
    try root.remove(JournalName.armed)
    try root.synchronize(root.root)
  }

  private mutating func restore(_ file: Journal.File) throws(CommitError) {
    do throws(Errno) {
      let directory: OpenDirectory
      do {
        directory = try root.parent(of: file.path)
      } catch  where error == .noSuchFile || error == .notDirectory || error == .tooManyLinks {
        // Nothing of ours can be there; that it is gone is for the user to know.
        if file.former != nil { notes.append(.gone(root.displayPath(file.path))) }
        return
      }
      if let former = file.former {
        try restore(file, former, in: directory)
      } else {
        try takeAway(file, in: directory)
      }
    } catch {
      throw root.failure(error, "cannot restore", file.path)
    }
  }

  private mutating func restore(
    _ file: Journal.File, _ former: Journal.Former, in directory: OpenDirectory
  ) throws(Errno) {
    let name = JournalPath.name(of: file.path)
    switch try directory.find(name, in: fileSystem) {
    case .file(let bytes, _) where bytes == former.bytes: return
    case .file(let bytes, _) where file.isNew(bytes):
      touched.insert(directory.path)
      try replace(bytes, of: file, former, in: directory)
    case .missing:
      let hasStage = try has(file.stage, in: directory)
      guard !journal.exchanges, !hasStage else { return notes.append(.gone(root.displayPath(file.path))) }
      // A plain rename, in two steps on some file systems, was cut between them.
      touched.insert(directory.path)
      try rewrite(file, former, in: directory, replaces: false)
    default: notes.append(.foreign(root.displayPath(file.path)))
    }
  }

  /// Exchanges the new bytes with what is under the stage's name, where that came out of the exchange; else writes the
  /// old ones anew.
  private mutating func replace(
    _ new: [UInt8], of file: Journal.File, _ former: Journal.Former, in directory: OpenDirectory
  ) throws(Errno) {
    let stage = try directory.find(file.stage, in: fileSystem)
    // What is no beginning of the new bytes was never a stage: it is the old file, perhaps with an edit that someone
    // saved in the same moment.
    if let bytes = stage.bytes, bytes == former.bytes || !new.starts(with: bytes) {
      guard try exchangeBack(file, in: directory) else { return }
      if bytes != former.bytes { notes.append(.foreign(root.displayPath(file.path))) }
      return
    }
    if !stage.isMissing { try fileSystem.remove(file.stage, at: directory.descriptor) }
    try rewrite(file, former, in: directory, replaces: true)
  }

  /// Writes the old bytes from the journal and puts them in the place of the new ones.
  private mutating func rewrite(
    _ file: Journal.File, _ former: Journal.Former, in directory: OpenDirectory, replaces: Bool
  ) throws(Errno) {
    let likeness = Stage.Likeness(
      permissions: former.permissions, owner: former.owner, group: former.group)
    let name = JournalPath.name(of: file.path)
    do {
      try Stage(file.stage, for: name, in: directory, of: root).write(
        former.bytes, like: likeness, copiesAttributes: replaces)
    } catch {
      if case .system(let errno) = error.kind { throw errno }
      throw .notPermitted
    }
    if replaces {
      _ = try exchangeBack(file, in: directory)
    } else {
      try fileSystem.rename(file.stage, to: name, at: directory.descriptor, mode: .replacing)
    }
  }

  /// Exchanges stage and target, and takes it back if what came out is not ours. Whether it stayed.
  private mutating func exchangeBack(_ file: Journal.File, in directory: OpenDirectory) throws(Errno) -> Bool
  {
    let name = JournalPath.name(of: file.path)
    do {
      try fileSystem.rename(file.stage, to: name, at: directory.descriptor, mode: .exchanging)
    } catch  where error.saysNoExchange {
      try fileSystem.rename(file.stage, to: name, at: directory.descriptor, mode: .replacing)
      return true
    }
    if let out = try directory.find(file.stage, in: fileSystem).bytes, file.isNew(out) { return true }
    try fileSystem.rename(file.stage, to: name, at: directory.descriptor, mode: .exchanging)
    notes.append(.foreign(root.displayPath(file.path)))
    return false
  }

  /// Takes away a file that the transaction has made. Where its stage is still there, the file is someone else's.
  private mutating func takeAway(_ file: Journal.File, in directory: OpenDirectory) throws(Errno) {
    let name = JournalPath.name(of: file.path)
    let found = try directory.find(name, in: fileSystem)
    if found.isMissing { return }
    guard let bytes = found.bytes, file.isNew(bytes), !(try has(file.stage, in: directory)) else {
      notes.append(.foreign(root.displayPath(file.path)))
      return
    }
    touched.insert(directory.path)
    // Under the stage's name nobody edits it any more, and it can be looked at once more.
    try fileSystem.rename(name, to: file.stage, at: directory.descriptor, mode: .replacing)
    if let out = try directory.find(file.stage, in: fileSystem).bytes, file.isNew(out) { return }
    try fileSystem.rename(file.stage, to: name, at: directory.descriptor, mode: .replacing)
    notes.append(.foreign(root.displayPath(file.path)))
  }

  private func has(_ name: String, in directory: OpenDirectory) throws(Errno) -> Bool {
    !(try directory.find(name, in: fileSystem).isMissing)
  }

  private mutating func removeIfEmpty(_ path: String) throws(CommitError) {
    let parent = JournalPath.directory(of: path)
    root.forget(path)
    do {
      let directory = try root.directory(parent)
      // Stages in it go first: they would keep it.
      for file in journal.files where JournalPath.directory(of: file.path) == path { removeStage(of: file) }
      root.forget(path)
      try fileSystem.removeDirectory(JournalPath.name(of: path), at: directory.descriptor)
      touched.remove(path)
      touched.insert(parent)
    } catch  where [.noSuchFile, .notDirectory, .notEmpty, .fileExists, .tooManyLinks].contains(error) {
      // Never made, or in use by someone else.
    } catch {
      throw root.failure(error, "cannot remove", path)
    }
  }

  /// What cannot be taken away is litter for the next writer to sweep.
  private func removeStage(of file: Journal.File) {
    guard let directory = try? root.parent(of: file.path) else { return }
    try? fileSystem.remove(file.stage, at: directory.descriptor)
  }
}

extension Errno {
  /// Whether the file system cannot exchange two files, or refuse to replace one.
  var saysNoExchange: Bool { [.invalidArgument, .notImplemented, .notSupported].contains(self) }
}

extension String {
  fileprivate static func foreign(_ path: String) -> String {
    "\(FileName.display(path)) has been changed by someone else meanwhile, and was left as it is"
  }
  fileprivate static func gone(_ path: String) -> String {
    "\(FileName.display(path)) has been removed by someone else meanwhile, and was not made again"
  }
}
