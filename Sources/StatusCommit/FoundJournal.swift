import StatusFileSystem

/// What stands under one of the journal's names.
enum FoundJournal {
  /// Nothing.
  case missing
  /// A whole journal of this machine and this directory.
  case own(Journal)
  /// A whole journal that was made on another machine or in another directory: the tree was copied, cloned, moved
  /// or restored with it.
  case foreign(Journal)
  /// Something that is no whole journal.
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

  /// Whether there is anything under the name `name`.
  func has(_ name: String) throws(CommitError) -> Bool {
    do {
      _ = try fileSystem.status(name, at: root.descriptor, followingLinks: false)
      return true
    } catch .noSuchFile {
      return false
    } catch { throw failure(error, "cannot examine", name) }
  }

  /// Takes the name `name` away, if it is there.
  func remove(_ name: String) throws(CommitError) {
    do {
      try fileSystem.remove(name, at: root.descriptor)
    } catch .noSuchFile {
    } catch { throw failure(error, "cannot remove", name) }
  }
}
