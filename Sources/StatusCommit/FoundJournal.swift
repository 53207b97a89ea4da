import StatusFileSystem

/// What exists under one of the names of the journal.
enum FoundJournal {
  /// Nothing.
  case missing
  /// A complete journal of this machine and this directory.
  case own(Journal)
  /// A complete journal from another machine or directory: the tree was copied, cloned, moved or restored
  /// with it.
  case foreign(Journal)
  /// Something that is not a complete journal.
  case damaged
}

extension SpecsDirectory {
  /// The journal under the name `name`.
  func journal(_ name: String) throws(CommitError) -> FoundJournal {
    let found: FoundFile
    do { found = try root.find(name, in: fileSystem) } catch { throw failure(error, "cannot read", name) }
    if found.isMissing { return .missing }
    guard let bytes = found.bytes, let journal = JournalReader.journal(bytes) else { return .damaged }
    return isOwn(journal) ? .own(journal) : .foreign(journal)
  }

  private func isOwn(_ journal: Journal) -> Bool {
    journal.device == status.device && journal.inode == status.inode
      && journal.machine == fileSystem.machineName()
  }

  /// Whether anything exists under the name `name`.
  func has(_ name: String) throws(CommitError) -> Bool {
    do {
      _ = try fileSystem.status(name, at: root.descriptor, followingLinks: false)
      return true
    } catch .noSuchFile {
      return false
    } catch { throw failure(error, "cannot examine", name) }
  }

  /// Removes the name `name`, if it exists.
  func remove(_ name: String) throws(CommitError) {
    do {
      try fileSystem.remove(name, at: root.descriptor)
    } catch .noSuchFile {
    } catch { throw failure(error, "cannot remove", name) }
  }
}
