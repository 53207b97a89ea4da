import StatusFileSystem
import StatusRuntime
import StatusText

/// Makes all files of a transaction new, or leaves all of them old, whatever fails.
///
/// The invariants; tests refer to them by number.
///
/// 1. No target changes before the journal is armed: complete, under its name, and both on disk.
/// 2. While the journal has its armed name, it contains the old bytes of every target, and OLD is the truth.
/// 3. A target is moved only while the name of the journal is on disk. Undo begins by ensuring that.
/// 4. Before a stage replaces its target, it is on disk with everything that the target has besides bytes.
/// 5. A target is replaced only if it has the bytes that the transaction was planned with. This is checked
///   before and, if files can be exchanged, after the exchange. The work of others is never replaced or
///   removed.
/// 6. Every name is on disk before the journal is renamed to `.done`. Once that is on disk, NEW is the truth.
/// 7. If it is unknown whether `.done` is on disk, nothing more is changed or removed.
/// 8. After an error all targets are old, or the journal is there to make them old.
///
/// ```text
///            arm                 stage, exchange, sync            commit              clean up
///  (clean) ───────▶ journal.new ──▶ journal, OLD ────────────────▶ journal.done, NEW ─────────▶ (clean)
///     ▲                 │                │  any failure                  ▲
///     │   removed       │                ▼                               │ a failed sync: outcome unknown
///     └─────────────────┴──────────── undo
/// ```
///
/// docs/committer.md explains this in detail.
struct Commit {
  private let root: SpecsDirectory
  private let targets: [Target]
  private let journal: Journal
  /// Notes for the user.
  private(set) var notes: [Message] = []
  /// The files, by the paths that the transaction used, that others have written since.
  private(set) var changedSince: [String] = []
  private var fileSystem: any FileSystem { root.fileSystem }

  /// Fewer files than this are written one at a time. Threads only help with waiting for a disk.
  private static let parallelFrom = 12
  /// The number of files that are written at the same time. They wait, so there can be more than processors.
  private static let writers = 8

  /// A commit of `targets`, in their order.
  init(_ targets: [Target], journal: Journal, in root: SpecsDirectory) {
    self.targets = targets
    self.journal = journal
    self.root = root
  }

  /// Commits, once. Signals are held back until all is done or undone.
  mutating func run() throws(CommitError) {
    try HeldSignals.during { () throws(CommitError) in try steps() }
  }

  private mutating func steps() throws(CommitError) {
    try arm()
    do throws(CommitError) {
      try makeDirectories()
      try writeStages()
      for index in targets.indices { try exchange(index) }
      try synchronizeDirectories()
    } catch {
      throw undone(after: error, journalIsDurable: true)
    }
    try finish()
  }

  // MARK: 1. Arm

  private func arm() throws(CommitError) {
    do {
      try writeJournal()
    } catch {
      try? root.remove(JournalName.new)
      throw error
    }
    do throws(CommitError) {
      do throws(Errno) {
        try fileSystem.rename(
          JournalName.new, to: JournalName.armed, at: root.root.descriptor, mode: .replacing)
      } catch {
        throw root.failure(error, "cannot write", JournalName.armed)
      }
      try root.synchronize(root.root)
    } catch {
      try? root.remove(JournalName.new)
      // Not armed, but nothing has moved either.
      throw undone(after: error, journalIsDurable: true)
    }
  }

  private func writeJournal() throws(CommitError) {
    do throws(Errno) {
      let mode = OpenMode.creating(permissions: journalPermissions)
      let file = try fileSystem.open(JournalName.new, at: root.root.descriptor, for: mode)
      defer { fileSystem.close(file) }
      let writer = FileWriter(fileSystem: fileSystem, descriptor: file)
      try journal.encoded.span.withUnsafeBytes { (raw) throws(Errno) in try writer.write(raw) }
      try fileSystem.synchronize(file)
    } catch {
      throw root.failure(error, "cannot write", JournalName.new)
    }
  }

  /// As narrow as the narrowest target, because the journal contains the same data.
  private var journalPermissions: UInt32 {
    let former = targets.compactMap(\.status?.permissions)
    return former.isEmpty ? 0o600 : former.reduce(0o666, &)
  }

  // MARK: 2. Stage

  private func makeDirectories() throws(CommitError) {
    for path in journal.directories {
      do {
        let parent = try root.parent(of: path)
        let name = PathText.name(of: path)
        try fileSystem.makeDirectory(name, at: parent.descriptor, permissions: 0o777)
      } catch {
        throw root.failure(error, "cannot create the directory", path)
      }
    }
  }

  private func writeStages() throws(CommitError) {
    try forEachFile { index throws(CommitError) in
      let target = targets[index]
      let stage = Stage(
        journal.files[index].stage, for: target.name, in: try parent(of: target), of: root)
      try stage.write(target.new, like: target.likeness, copiesAttributes: target.old != nil)
    }
  }

  private func parent(of target: Target) throws(CommitError) -> OpenDirectory {
    do { return try root.parent(of: target.path) } catch {
      throw root.failure(error, "cannot open the directory of", target.path)
    }
  }

  /// Does work that waits for the disk for each file: in parallel if there are many files, or several large
  /// ones.
  private func forEachFile(
    count: Int? = nil, _ body: @Sendable (Int) throws(CommitError) -> Void
  ) throws(CommitError) {
    let failures = Parallel.map(
      count: count ?? targets.count, jobs: Self.writers,
      serialBelow: targets.count(where: \.isLarge) > 1 ? 2 : Self.parallelFrom
    ) { index -> CommitError? in
      do throws(CommitError) { try body(index) } catch { return error }
      return nil
    }
    for case let failure? in failures { throw failure }
  }

  // MARK: 3. Exchange

  private func exchange(_ index: Int) throws(CommitError) {
    let target = targets[index]
    let directory = try parent(of: target)
    let stage = journal.files[index].stage
    do throws(Errno) {
      guard let old = target.old else { return try place(target, stage, in: directory) }
      guard try directory.find(target.name, in: fileSystem).isSame(as: old) else { throw .foreignFile }
      guard journal.exchanges else {
        return try fileSystem.rename(
          stage, to: target.name, at: directory.descriptor, mode: .replacing)
      }
      try fileSystem.rename(stage, to: target.name, at: directory.descriptor, mode: .exchanging)
      if try directory.find(stage, in: fileSystem).isSame(as: old) { return }
      // Another program wrote after the last check: put its file back.
      try fileSystem.rename(stage, to: target.name, at: directory.descriptor, mode: .exchanging)
      throw .foreignFile
    } catch .foreignFile {
      throw .conflict(root.displayPath(target.path))
    } catch  where journal.exchanges && target.old != nil && error.saysNoExchange {
      throw .exchangeUnsupported(root.displayPath(target.path))
    } catch {
      throw root.failure(error, "cannot replace", target.path)
    }
  }

  /// Gives a new file its name.
  private func place(_ target: Target, _ stage: String, in directory: OpenDirectory) throws(Errno) {
    do {
      try fileSystem.rename(stage, to: target.name, at: directory.descriptor, mode: .keeping)
    } catch .fileExists {
      throw .foreignFile
    } catch  where error.saysNoExchange {
      guard try directory.find(target.name, in: fileSystem).isMissing else { throw .foreignFile }
      try fileSystem.rename(stage, to: target.name, at: directory.descriptor, mode: .replacing)
    }
  }

  /// Synchronizes every directory in which a name has changed, and the parent of each new directory.
  private func synchronizeDirectories() throws(CommitError) {
    let paths = Set(
      targets.map { PathText.parent(of: $0.path) } + journal.directories.map(PathText.parent))
    let sorted = paths.sorted()
    try forEachFile(count: sorted.count) { index throws(CommitError) in
      try root.synchronize(directoryAt: sorted[index])
    }
  }

  // MARK: 4. Commit and clean up

  private mutating func finish() throws(CommitError) {
    do {
      try fileSystem.rename(
        JournalName.armed, to: JournalName.done, at: root.root.descriptor, mode: .replacing)
    } catch {
      let failure = root.failure(error, "cannot commit", JournalName.done)
      // Was it renamed? If the journal still has its armed name, it certainly was not.
      guard (try? root.has(JournalName.armed)) == true, (try? root.has(JournalName.done)) == false else {
        throw .outcomeUnknown(failure, root)
      }
      throw undone(after: failure, journalIsDurable: true)
    }
    do { try root.synchronize(root.root) } catch { throw .outcomeUnknown(error, root) }
    changedSince = targets.filter { !isInPlace($0) }.map(\.givenPath)
    var cleanup = Cleanup(journal, in: root)
    do { try cleanup.run() } catch { notes.append(.litter(error)) }
    notes += cleanup.notes
  }

  /// Reads a target back. Whether it has its new bytes.
  private func isInPlace(_ target: Target) -> Bool {
    let found = try? root.parent(of: target.path).find(target.name, in: fileSystem)
    return found?.isSame(as: target.new) == true
  }

  /// Undoes everything, and returns the error to throw.
  private func undone(after failure: CommitError, journalIsDurable: Bool) -> CommitError {
    var undo = Undo(journal, in: root)
    do {
      try undo.run(journalIsDurable: journalIsDurable)
      return failure.with(notes: undo.notes, undone: true)
    } catch {
      return .undoFailed(failure, error, root).with(notes: undo.notes)
    }
  }
}

extension Errno {
  /// Not a system error: a file does not have the expected bytes.
  fileprivate static let foreignFile = Errno(-2)
}

extension CommitError {
  fileprivate static func exchangeUnsupported(_ path: String) -> CommitError {
    CommitError(.exchangeUnsupported, path, "cannot exchange \(outside: path) with its new version")
  }

  fileprivate static func outcomeUnknown(_ failure: CommitError, _ root: SpecsDirectory) -> CommitError {
    CommitError(
      .outcomeUnknown, failure.path,
      "\(failure.message); all files have their new content, but a power cut may still restore the old content",
      hint: .recover(root))
  }

  fileprivate static func undoFailed(
    _ failure: CommitError, _ undoing: CommitError, _ root: SpecsDirectory
  ) -> CommitError {
    CommitError(
      .undoFailed, failure.path, "\(failure.message); the undo failed too: \(undoing.message)",
      hint: "the journal contains the old content; fix the cause, then " + .recover(root))
  }
}

extension Message {
  fileprivate static func recover(_ root: SpecsDirectory) -> Message {
    "run \"statuslint recover \(outside: root.path)\""
  }
  fileprivate static func litter(_ failure: CommitError) -> Message {
    "the files were changed, but the cleanup failed: \(failure.message)"
  }
}
