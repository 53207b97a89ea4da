import StatusFileSystem
import StatusText

/// Finishes or undoes an interrupted commit. Every writer does this first, and so does `recover`.
struct Recovery {
  private let root: SpecsDirectory
  private let decision: RecoverSession.Decision
  private var notes: [Message] = []

  /// A recovery of `root`, which is locked.
  init(_ root: SpecsDirectory, _ decision: RecoverSession.Decision) {
    self.root = root
    self.decision = decision
  }

  /// Recovers; nil if there was nothing to do.
  mutating func run() throws(CommitError) -> RecoveryReport? {
    if try root.has(JournalName.new) { try root.remove(JournalName.new) }
    // Checked first: if both exist, the armed one decides.
    switch try usable(JournalName.armed) {
    case .journal(let journal):
      var undo = Undo(journal, in: root)
      do { try undo.run(journalIsDurable: false) } catch {
        throw .stillInterrupted(error, root).with(notes: undo.notes)
      }
      return report(.undone, journal, undo.notes, left: undo.left)
    case .discarded(let journal): return report(.discarded, journal, [])
    case .none: break
    }
    switch try usable(JournalName.done) {
    case .journal(let journal):
      try root.synchronize(root.root)
      var cleanup = Cleanup(journal, in: root)
      try cleanup.run()
      return report(.finished, journal, cleanup.notes)
    case .discarded(let journal): return report(.discarded, journal, [])
    case .none: return nil
    }
  }

  private enum Found {
    case none
    case journal(Journal)
    /// Renamed; nil if it could not be read.
    case discarded(Journal?)
  }

  /// The journal under `name`, if it can be used.
  private mutating func usable(_ name: String) throws(CommitError) -> Found {
    switch try root.journal(name) {
    case .missing: return .none
    case .own(let journal):
      return decision == .discard ? try discard(name, journal) : .journal(journal)
    case .foreign(let journal):
      switch decision {
      case .refuse: throw .foreign(root, name)
      case .adopt: return .journal(journal)
      case .discard: return try discard(name, journal)
      }
    case .damaged:
      guard decision == .discard else { throw .damaged(root, name) }
      return try discard(name, nil)
    }
  }

  private mutating func discard(_ name: String, _ journal: Journal?) throws(CommitError) -> Found {
    do {
      try root.fileSystem.rename(
        name, to: JournalName.discarded, at: root.root.descriptor, mode: .replacing)
    } catch { throw root.failure(error, "cannot rename", name) }
    try root.synchronize(root.root)
    notes.append(.putAside(root.displayPath(JournalName.discarded)))
    return .discarded(journal)
  }

  private func report(
    _ outcome: RecoveryReport.Outcome, _ journal: Journal?, _ more: [Message], left: Set<String> = []
  ) -> RecoveryReport {
    RecoveryReport(
      outcome: outcome, command: journal?.command ?? "",
      files: (journal?.files.map(\.path) ?? []).filter { !left.contains($0) }, swept: [], notes: notes + more)
  }
}

extension CommitError {
  fileprivate static func stillInterrupted(_ failure: CommitError, _ root: SpecsDirectory) -> CommitError {
    CommitError(
      .undoFailed, failure.path, "an interrupted commit could not be undone: \(failure.message)",
      hint: "the journal contains the old content; fix the cause, then run the command again")
  }

  fileprivate static func foreign(_ root: SpecsDirectory, _ name: String) -> CommitError {
    let path = root.displayPath(name)
    return CommitError(
      .recoveryNeeded, path,
      "\(outside: path) was made on another machine or in another directory, so it may not match "
        + "these files",
      hint:
        "if the tree was moved, copied or restored together with it, run \(recover(root, "--adopt")) to undo "
        + "the interrupted commit; otherwise run \(recover(root, "--discard")) to leave all files as they are"
    )
  }

  fileprivate static func damaged(_ root: SpecsDirectory, _ name: String) -> CommitError {
    let path = root.displayPath(name)
    return CommitError(
      .recoveryNeeded, path, "\(outside: path) is damaged: it is not a complete journal",
      hint: "compare the files with version control, then run \(recover(root, "--discard")) to rename it")
  }

  private static func recover(_ root: SpecsDirectory, _ option: String) -> Message {
    "\"statuslint recover \(option) \(outside: root.path)\""
  }
}

extension Message {
  fileprivate static func putAside(_ path: String) -> Message {
    "the journal was renamed to \(outside: path); remove it if you do not need it"
  }
}
