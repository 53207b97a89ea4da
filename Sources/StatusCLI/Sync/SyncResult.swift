import StatusSync
import StatusText

/// What became of an update: everything that its reports say.
struct SyncResult {
  /// The planned update; nil if it could not be planned.
  var update: PlannedUpdate?
  /// What it does to a subject of another format; nil for tasks of our own.
  var subject: SubjectMove?
  /// Why it was refused or failed; empty after success.
  var errors: [SyncError] = []
  /// What was asked for, where it was refused: the tasks, and between which statuses they were to be moved, as far as
  /// that is known.
  var refused: [(task: Int, from: String?, to: String?)] = []
  /// The files that have new bytes, from the repository root.
  var written: [String] = []
  /// How paths are shown; nil if nothing was done.
  var shown: ShownPath?
  /// Whether a commit had begun and was undone.
  var isRolledBack = false
  /// Details of the rollback; nil without one.
  var rollbackDetails: SyncMessage?
  /// The patch that would make it, for a dry run.
  var patch: [UInt8]?
  /// Warnings in addition to those of the update.
  var warnings: [SyncMessage] = []
  /// The session that the update belongs to.
  var session: String?
  /// What a beginning has found out; nil for other commands.
  var beginning: WorkflowPlanner.Beginning?
  /// What can be done next.
  var nextSteps = ""
  /// Seconds that it took.
  var seconds = 0.0

  /// An update of which nothing is known yet.
  init() {}

  /// An update that is refused.
  init(_ error: SyncError) { errors = [error] }

  /// A path from the repository root as it is shown.
  func shown(_ path: String) -> String { shown?.unescaped(path) ?? path }

  /// A sentence as it is shown.
  func shown(_ message: SyncMessage) -> Message { message.message(shown) }

  /// The exit code: 1 for a refused request, 3 for a failure.
  var exitCode: ExitCode {
    if errors.isEmpty { return .success }
    let isOurs = errors.contains { error in
      switch error.kind {
      case .conflict, .locked, .recovery: true
      case .sync: error.code == SyncError.writeFailed || error.code == SyncError.readFailedCode
      case .validation, .artifact: false
      }
    }
    return isOurs ? .failure : .findings
  }
}
