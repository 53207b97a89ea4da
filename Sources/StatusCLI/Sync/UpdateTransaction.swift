import StatusCommit
import StatusEngine
import StatusFileSystem
import StatusReport
import StatusSync
import StatusText

/// One update of a tree, of our own format or another one: lock, plan, commit, read back.
struct UpdateTransaction {
  /// Plans the files that change; nil if there are none, with any errors in the result. The first argument tells whether
  /// the tree is locked.
  typealias Plan = (Bool, inout SyncResult) throws(CommandError) -> [PlannedUpdate.File]?

  private let options: SyncOptions
  private let location: TreeLocation
  private let command: String
  private let console: Console
  private let surroundings: Surroundings
  private let shown: ShownPath

  /// An update of the tree at `location` by `command`, as messages call it.
  init(_ options: SyncOptions, _ location: TreeLocation, command: String, _ surroundings: Surroundings) {
    self.options = options
    self.location = location
    self.command = command
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: options.common)
    shown = ShownPath(repository: location.repository, workingDirectory: surroundings.workingDirectory)
  }

  /// Makes the update that `plan` returns.
  func run(_ plan: Plan) throws(CommandError) -> SyncResult {
    let start = surroundings.elapsed()
    var result = options.dryRun ? try preview(plan) : try write(plan)
    result.seconds = surroundings.elapsed() - start
    result.shown = shown
    return result
  }

  // MARK: Without writing

  private func preview(_ plan: Plan) throws(CommandError) -> SyncResult {
    var result = SyncResult()
    if RecoverSession.hasJournal(location.directory, in: surroundings.fileSystem) {
      result.errors = [.interrupted(location.rootPath(in: surroundings).shown)]
      return result
    }
    guard let files = try plan(false, &result) else { return result }
    result.patch = files.flatMap { file in
      UnifiedDiff.render(
        name: FileName.bytes(of: file.path), original: file.old, edits: file.edits,
        style: options.asJSON ? .exact : console.patchStyle)
    }
    return result
  }

  // MARK: Writing

  private func write(_ plan: Plan) throws(CommandError) -> SyncResult {
    var result = SyncResult()
    let session: TreeSession
    do {
      session = try TreeSession(opening: location, timeout: options.lockTimeout, console, surroundings)
    } catch {
      console.notes(error.notes)
      result.errors = [SyncError(error)]
      return result
    }
    console.step("locked \(location.rootPath(in: surroundings).shown)")
    guard let files = try plan(true, &result), !files.isEmpty else { return result }
    let changes = files.map { FileChange(path: session.inside($0.path), old: $0.old, new: $0.new) }
    for file in files {
      console.step(
        "\(file.old == nil ? "will create" : "will change") \(shown.unescaped(file.path)): \(Counted(file.edits.edits.count, "place"))"
      )
    }
    let report: CommitReport
    do {
      report = try session.commit(changes, command: command)
    } catch {
      console.notes(error.notes)
      undone(error, files, session, &result)
      return result
    }
    console.step("committed \(Counted(files.count, "file"))")
    result.written = files.map(\.path)
    let changed = files.map(\.path).filter { report.changedSince.contains(session.inside($0)) }
    if changed.isEmpty {
      console.step("read back: every file has its new content")
    } else {
      // The update was made; the later change is a separate one.
      result.warnings.append(
        Self.list(changed) + " \(changed.count == 1 ? "was" : "were") changed by another program "
          + "right after the commit; run `statuslint check`")
    }
    return result
  }

  /// Says what became of a commit that failed, after a look at every file.
  private func undone(
    _ error: CommitError, _ files: [PlannedUpdate.File], _ session: TreeSession, _ result: inout SyncResult
  ) {
    let plans = Set(files.filter { $0.path.contains(text: "/plans/") }.map { session.inside($0.path) })
    result.errors = [SyncError(error, plans: plans)]
    let different = files.filter { read($0.path) != $0.old }.map(\.path)
    switch error.kind {
    case .system, .refused, .exchangeUnsupported:
      result.isRolledBack = error.isUndone
      if !different.isEmpty {
        result.rollbackDetails = "not restored: \(Self.list(different))"
      } else if error.isUndone {
        result.rollbackDetails = "every file was read again and has its old content"
      }
    case .conflict, .locked: result.rollbackDetails = nil
    case .recoveryNeeded, .outcomeUnknown, .undoFailed:
      result.rollbackDetails = different.isEmpty ? nil : "not restored: \(Self.list(different))"
    }
  }

  /// Paths with commas between them.
  private static func list(_ paths: [String]) -> SyncMessage {
    paths.enumerated().reduce(into: "") { list, path in
      list = path.offset == 0 ? "\(path: path.element)" : "\(list), \(path: path.element)"
    }
  }

  /// The bytes of the file at a path from the repository root; nil if it does not exist.
  private func read(_ path: String) -> [UInt8]? {
    guard let repository = try? Directory(opening: location.repository, in: surroundings.fileSystem)
    else {
      return nil
    }
    let limit = DirectorySource.usualSizeLimit
    if let bytes = try? repository.read(path, limit: limit) { return bytes }
    return try? repository.readFollowing(path, within: "/", limit: limit)
  }
}
