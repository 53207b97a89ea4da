import StatusCommit
import StatusEngine
import StatusFileSystem
import StatusModel
import StatusReport
import StatusSync
import StatusText

/// One update: lock, read, plan, commit, read back.
struct SyncRun {
  /// Makes a request of a tree; the notes on the way go into the result.
  typealias Request = (Workspace, inout SyncResult) -> Result<UpdateRequest?, SyncErrors>

  private let options: SyncOptions
  private let tree: TaskTree
  private let command: String
  private let console: Console
  private let surroundings: Surroundings
  private let shown: ShownPath

  /// A run of `command`, as messages call it, in `tree`.
  init(_ options: SyncOptions, _ tree: TaskTree, command: String, _ surroundings: Surroundings) {
    self.options = options
    self.tree = tree
    self.command = command
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: options.common)
    shown = ShownPath(
      repository: tree.location.repository, workingDirectory: surroundings.workingDirectory)
  }

  /// Makes the update that `request` returns for the tree; with nil, nothing has to be done.
  func run(_ request: Request) throws(CommandError) -> SyncResult {
    let start = surroundings.elapsed()
    var result = options.dryRun ? try preview(request) : try write(request)
    result.seconds = surroundings.elapsed() - start
    result.shown = shown
    return result
  }

  // MARK: Without writing

  private func preview(_ request: Request) throws(CommandError) -> SyncResult {
    var result = SyncResult()
    if RecoverSession.hasJournal(tree.location.directory, in: surroundings.fileSystem) {
      result.errors = [.interrupted(tree.location.rootPath(in: surroundings).shown)]
      return result
    }
    guard let update = try plan(try tree.load(), request, &result) else { return result }
    result.patch = update.files.flatMap { file in
      UnifiedDiff.render(
        name: FileName.bytes(of: file.path), original: file.old, edits: file.edits,
        style: options.asJSON ? .exact : console.patchStyle)
    }
    return result
  }

  // MARK: Writing

  private func write(_ request: Request) throws(CommandError) -> SyncResult {
    var result = SyncResult()
    let session: TreeSession
    do {
      session = try TreeSession(opening: tree.location, timeout: options.lockTimeout, console, surroundings)
    } catch {
      console.notes(error.notes)
      result.errors = [SyncError(error)]
      return result
    }
    step("locked \(tree.location.directory)")
    guard let update = try plan(try tree.loadLocked(), request, &result), !update.files.isEmpty else {
      return result
    }
    let changes = update.files.map { FileChange(path: session.inside($0.path), old: $0.old, new: $0.new) }
    for file in update.files {
      step(
        "\(file.old == nil ? "will create" : "will change") \(shown.unescaped(file.path)): \(Counted(file.edits.edits.count, "place"))"
      )
    }
    let report: CommitReport
    do {
      report = try session.commit(changes, command: command)
    } catch {
      console.notes(error.notes)
      undone(error, update, session, &result)
      return result
    }
    step("committed \(Counted(update.files.count, "file"))")
    result.written = update.files.map(\.path)
    let changed = update.files.map(\.path).filter { report.changedSince.contains(session.inside($0)) }
    if changed.isEmpty {
      step("read back: every file has its new content")
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
    _ error: CommitError, _ update: PlannedUpdate, _ session: TreeSession, _ result: inout SyncResult
  ) {
    let plans = Set(update.files.filter { $0.path.contains(text: "/plans/") }.map { session.inside($0.path) })
    result.errors = [SyncError(error, plans: plans)]
    let different = update.files.filter { read($0.path) != $0.old }.map(\.path)
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
    guard let repository = try? Directory(opening: tree.location.repository, in: surroundings.fileSystem)
    else {
      return nil
    }
    let limit = DirectorySource.usualSizeLimit
    if let bytes = try? repository.read(path, limit: limit) { return bytes }
    return try? repository.readFollowing(path, within: "/", limit: limit)
  }

  // MARK: Planning

  /// The update of `workspace`; nil if there is none, with any errors in the result.
  private func plan(_ workspace: Workspace, _ request: Request, _ result: inout SyncResult)
    throws(CommandError)
    -> PlannedUpdate?
  {
    step(
      "read \(Counted(workspace.files.count, "file")), profile \(workspace.profile.name): \(workspace.detection.reason)"
    )
    switch request(workspace, &result) {
    case .failure(let errors):
      result.errors = errors.errors
      return nil
    case .success(nil): return nil
    case .success(let request?):
      let facts = try facts(request, workspace)
      switch UpdatePlanner(workspace, facts: facts).plan(request) {
      case .failure(let errors):
        result.errors = errors.errors
        result.warnings += errors.warnings
        // A refused workflow has not begun, and its session was not recorded.
        result.beginning = nil
        result.session = nil
        result.refused = request.tasks.numbers.map { number in
          let status = workspace.task(number)?.state?.reading?.status
          return (number, status.map { workspace.profile.vocabulary.value($0) }, request.status)
        }
        return nil
      case .success(let update):
        step("validated: \(Counted(update.moves.count, "task"))")
        result.update = update
        result.warnings += PlanFindings.warnings(of: update, in: workspace)
        return update
      }
    }
  }

  private func facts(_ request: UpdateRequest, _ workspace: Workspace) throws(CommandError) -> [String:
    ArtifactFact]
  {
    let paths = request.artifacts.map(\.path) + [request.plan].compactMap { $0 }
    guard !paths.isEmpty else { return [:] }
    let tasks = request.tasks.numbers.compactMap { workspace.task($0) }
    do {
      return try ArtifactFinder(tree.location, in: surroundings.fileSystem).facts(
        paths, directories: tasks.flatMap(\.directories).map { workspace.directories[$0].path })
    } catch {
      throw .failure(error)
    }
  }

  private func step(_ text: @autoclosure () -> Message) {
    if options.common.verbose { console.note(text()) }
  }
}
