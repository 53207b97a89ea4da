import StatusSync

/// What became of an update: everything that its reports say.
struct SyncResult {
  /// What was planned; nil where nothing could be.
  var update: PlannedUpdate?
  /// Why it was not made; empty where it was.
  var errors: [SyncError] = []
  /// What was asked for, where it was refused: the tasks, and between which statuses they were to be moved, as far as that
  /// is known.
  var refused: [(task: Int, from: String?, to: String?)] = []
  /// The files that have new bytes, from the repository root.
  var written: [String] = []
  /// How people see paths; nil where nothing was done.
  var shown: ShownPath?
  /// Whether a commit had begun and was undone.
  var isRolledBack = false
  /// What is known of that; nil without one.
  var rollbackDetails: SyncMessage?
  /// The patch that would make it, for a dry run.
  var patch: [UInt8]?
  /// What a person should know, besides what the update warns of.
  var warnings: [SyncMessage] = []
  /// The session that the update belongs to.
  var session: String?
  /// What a beginning has found out; nil for other commands.
  var beginning: WorkflowPlanner.Beginning?
  /// What can be done next.
  var nextSteps = ""
  /// Seconds that it took.
  var seconds = 0.0

  /// A path from the repository root as people see it.
  func shown(_ path: String) -> String { shown?.unescaped(path) ?? path }

  /// A sentence as people see it.
  func shown(_ message: SyncMessage) -> String { message.text(shown) }

  /// The exit code: 1 for a request that cannot be met, 3 where the world was in the way.
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
