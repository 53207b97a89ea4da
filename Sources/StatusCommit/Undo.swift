import StatusFileSystem
import StatusText

/// Makes every file of a journal old again: after a failed commit, and during recovery of an interrupted one.
/// Running it twice, or interrupting it and running it again, gives the same result.
///
/// The bytes of each file decide. A file that is neither old nor new is someone else's work and stays.
struct Undo {
  private let root: SpecsDirectory
  private let journal: Journal
  /// Notes for the user.
  private(set) var notes: [Message] = []
  /// The paths of the files that were left as they are, because they are someone else's work.
  private(set) var left: Set<String> = []
  /// The current names of new versions that have been replaced by old ones.
  private var restored: [String: String] = [:]
  private var fileSystem: any FileSystem { root.fileSystem }

  /// An undo of `journal`.
  init(_ journal: Journal, in root: SpecsDirectory) {
    self.root = root
    self.journal = journal
  }

  /// Undoes, and removes the journal. After an error the journal still exists and can be undone again.
  ///
  /// The name of the journal must be on disk before the first target moves (invariant 3). `isDurable` says
  /// that this is certain, or that no target can have moved.
  mutating func run(journalIsDurable isDurable: Bool) throws(CommitError) {
    if !isDurable { try root.synchronize(root.root) }
    var failure: CommitError?
    for file in journal.files.reversed() {
      // The other files are restored even after an error: the fewer new files, the better.
      do { try restore(file) } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    for directory in journal.directories.reversed() { try removeIfEmpty(directory) }
    try synchronizeDirectories()
    // What cannot be removed is left for the next writer to sweep.
    for index in journal.files.indices { try? removeStages(ofFile: index) }
    try root.remove(JournalName.done)
    try root.remove(JournalName.armed)
    try root.synchronize(root.root)
  }

  /// Synchronizes every directory in which names have changed, now or in an interrupted undo, whose results
  /// may not be on disk yet.
  private func synchronizeDirectories() throws(CommitError) {
    let paths = journal.files.map(\.path) + journal.directories
    for path in Set(paths.map(PathText.parent)).sorted() {
      do throws(Errno) { _ = try root.directory(path) } catch  where error.saysNotThere { continue } catch {
        throw root.failure(error, "cannot open", path)
      }
      try root.synchronize(directoryAt: path)
    }
  }

  private mutating func restore(_ file: Journal.File) throws(CommitError) {
    do throws(Errno) {
      let directory: OpenDirectory
      do {
        directory = try root.parent(of: file.path)
      } catch  where error.saysNotThere {
        // Nothing of ours can be there; the user should know that it is gone.
        if file.former != nil { leave(file, Message.gone) }
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

  private mutating func leave(_ file: Journal.File, _ note: (String) -> Message) {
    left.insert(file.path)
    notes.append(note(root.displayPath(file.path)))
  }

  private mutating func restore(
    _ file: Journal.File, _ former: Journal.Former, in directory: OpenDirectory
  ) throws(Errno) {
    let name = PathText.name(of: file.path)
    switch try directory.find(name, in: fileSystem) {
    case .file(let bytes, _) where bytes == former.bytes: return
    case .file(let bytes, _) where file.isNew(bytes):
      try replace(bytes, of: file, former, in: directory)
    case .missing:
      let hasStage = try has(file.stage, in: directory)
      guard !journal.exchanges, !hasStage else { return leave(file, Message.gone) }
      // A plain rename, in two steps on some file systems, was interrupted between them.
      try rewrite(file, former, in: directory, replaces: false)
    default: leave(file, Message.foreign)
    }
  }

  /// Exchanges the new bytes with the stage, if that contains the result of the exchange. Otherwise writes
  /// the old bytes again.
  private mutating func replace(
    _ new: [UInt8], of file: Journal.File, _ former: Journal.Former, in directory: OpenDirectory
  ) throws(Errno) {
    // After a plain rename the old file is gone, and the name of the stage is something else.
    let stage = journal.exchanges ? try directory.find(file.stage, in: fileSystem) : .missing
    // If it is not a prefix of the new bytes, it was never a stage: it is the old file, perhaps with an edit
    // that someone saved at the same moment.
    if let bytes = stage.bytes, bytes == former.bytes || !new.starts(with: bytes) {
      guard try exchange(file.stage, with: file, in: directory) else { return }
      if bytes != former.bytes { leave(file, Message.foreign) }
      return
    }
    try rewrite(file, former, in: directory, replaces: true)
  }

  /// Writes the old bytes from the journal and replaces the new ones with them.
  private mutating func rewrite(
    _ file: Journal.File, _ former: Journal.Former, in directory: OpenDirectory, replaces: Bool
  ) throws(Errno) {
    let likeness = Stage.Likeness(
      permissions: former.permissions, owner: former.owner, group: former.group)
    let name = PathText.name(of: file.path)
    let rewriting = JournalName.rewriting(ofStage: file.stage)
    try removeIfThere(rewriting, in: directory)
    do {
      try Stage(rewriting, for: name, in: directory, of: root).write(
        former.bytes, like: likeness, copiesAttributes: replaces)
    } catch {
      if case .system(let errno) = error.kind { throw errno }
      throw .notPermitted
    }
    if replaces {
      _ = try exchange(rewriting, with: file, in: directory)
    } else {
      try fileSystem.rename(rewriting, to: name, at: directory.descriptor, mode: .replacing)
    }
  }

  /// Exchanges `stage` and target, and reverses that if the result is not ours. Returns whether it was kept.
  private mutating func exchange(
    _ stage: String, with file: Journal.File, in directory: OpenDirectory
  ) throws(Errno) -> Bool {
    let name = PathText.name(of: file.path)
    do {
      try fileSystem.rename(stage, to: name, at: directory.descriptor, mode: .exchanging)
    } catch  where error.saysNoExchange {
      // Writing the stage took time, so check once more, right before the rename.
      guard let now = try directory.find(name, in: fileSystem).bytes, file.isNew(now) else {
        leave(file, Message.foreign)
        return false
      }
      try fileSystem.rename(stage, to: name, at: directory.descriptor, mode: .replacing)
      return true
    }
    if let out = try directory.find(stage, in: fileSystem).bytes, file.isNew(out) {
      restored[file.path] = stage
      return true
    }
    try fileSystem.rename(stage, to: name, at: directory.descriptor, mode: .exchanging)
    leave(file, Message.foreign)
    return false
  }

  /// Removes a file that the transaction created. If its stage still exists, the file is someone else's.
  private mutating func takeAway(_ file: Journal.File, in directory: OpenDirectory) throws(Errno) {
    let name = PathText.name(of: file.path)
    let found = try directory.find(name, in: fileSystem)
    if found.isMissing { return }
    guard let bytes = found.bytes, file.isNew(bytes), !(try has(file.stage, in: directory)) else {
      leave(file, Message.foreign)
      return
    }
    // No program edits it under the name of the stage, so it can be checked once more.
    try fileSystem.rename(name, to: file.stage, at: directory.descriptor, mode: .replacing)
    if let out = try directory.find(file.stage, in: fileSystem).bytes, file.isNew(out) {
      restored[file.path] = file.stage
      return
    }
    try fileSystem.rename(file.stage, to: name, at: directory.descriptor, mode: .replacing)
    leave(file, Message.foreign)
  }

  private func has(_ name: String, in directory: OpenDirectory) throws(Errno) -> Bool {
    !(try directory.find(name, in: fileSystem).isMissing)
  }

  private mutating func removeIfEmpty(_ path: String) throws(CommitError) {
    let parent = PathText.parent(of: path)
    root.forget(path)
    do {
      let directory = try root.directory(parent)
      // Stages in it are removed first; otherwise it would not be empty.
      for (index, file) in journal.files.enumerated() where PathText.parent(of: file.path) == path {
        try removeStages(ofFile: index)
      }
      root.forget(path)
      try fileSystem.removeDirectory(PathText.name(of: path), at: directory.descriptor)
    } catch  where [.noSuchFile, .notDirectory, .notEmpty, .fileExists, .tooManyLinks].contains(error) {
      // Never created, or in use by someone else.
    } catch {
      throw root.failure(error, "cannot remove", path)
    }
  }

  private mutating func removeStages(ofFile index: Int) throws(Errno) {
    let file = journal.files[index]
    let directory: OpenDirectory
    do { directory = try root.parent(of: file.path) } catch  where error.saysNotThere { return }
    for name in [file.stage, JournalName.rewriting(ofStage: file.stage)] {
      let found = try directory.find(name, in: fileSystem)
      if found.isMissing { continue }
      if let bytes = found.bytes, isLateEdit(bytes, of: file, under: name) {
        let kept = try root.keepLateEdit(of: name, journal.transaction, index, in: directory)
        notes.append(.lateEdit(root.displayPath(file.path), kept))
      } else {
        try fileSystem.remove(name, at: directory.descriptor)
      }
    }
  }

  /// Whether another program has written to the file under one of our names, because an editor had it open
  /// before the exchange.
  private func isLateEdit(_ bytes: [UInt8], of file: Journal.File, under name: String) -> Bool {
    if file.isNew(bytes) || bytes == file.former?.bytes { return false }
    // A file that was just exchanged was complete. An incomplete stage is not longer than its final size.
    return restored[file.path] == name || (name == file.stage && bytes.count > file.newSize)
  }

  private func removeIfThere(_ name: String, in directory: OpenDirectory) throws(Errno) {
    do { try fileSystem.remove(name, at: directory.descriptor) } catch .noSuchFile {}
  }
}

extension Errno {
  /// Whether the directory of a path is gone, or something else has replaced it.
  fileprivate var saysNotThere: Bool { [.noSuchFile, .notDirectory, .tooManyLinks].contains(self) }

  /// Whether the file system cannot exchange two files, or rename without replacing.
  var saysNoExchange: Bool { [.invalidArgument, .notImplemented, .notSupported].contains(self) }
}

extension Message {
  fileprivate static func foreign(_ path: String) -> Message {
    "\(outside: path) was changed by another program and was left unchanged"
  }
  fileprivate static func gone(_ path: String) -> Message {
    "\(outside: path) was removed by another program and was not restored"
  }
}
