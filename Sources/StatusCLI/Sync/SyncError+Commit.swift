import StatusCommit
import StatusSync
import StatusText

extension SyncError {
  /// The error code for a commit that failed.
  static let writeFailed = "WRITE_FAILED"

  /// A commit that was refused or failed; `plans` are the paths of the plans that it was about, from the specs root.
  init(_ error: CommitError, plans: Set<String> = []) {
    let hint = error.hint ?? "try again"
    switch error.kind {
    case .conflict:
      self.init(
        .conflict, "CONFLICT", SyncMessage(error.message), isRecoverable: true,
        recommendation: SyncMessage(hint))
    case .locked:
      self.init(
        .locked, "LOCKED", SyncMessage(error.message), isRecoverable: true,
        recommendation: SyncMessage(hint))
    case .recoveryNeeded, .outcomeUnknown, .undoFailed:
      self.init(
        .recovery, "RECOVERY_NEEDED", SyncMessage(error.message), isRecoverable: true,
        recommendation: SyncMessage(error.hint ?? "run `statuslint recover`"))
    case .refused, .exchangeUnsupported, .system:
      let isPlan = plans.contains { error.path == $0 || error.path.hasSuffix("/" + $0) }
      let what: Message = isPlan ? "Plan file write failed: " : ""
      let outcome: Message = error.isUndone ? " (rolled back all changes)" : ""
      self.init(
        .sync, Self.writeFailed, SyncMessage("\(what)\(error.message)\(outcome)" as Message),
        isRecoverable: true, recommendation: SyncMessage(hint))
    }
  }

  /// An error before the command began, such as a missing file or tree.
  init(_ error: CommandError) {
    let isUsage = error.exitCode == .usage
    self.init(
      isUsage ? .validation : .sync, isUsage ? "USAGE" : "FAILURE", SyncMessage(error.message),
      isRecoverable: !isUsage,
      recommendation: SyncMessage(error.hint ?? "see `statuslint --help`"))
  }

  /// An interrupted commit, for commands that only read.
  static func interrupted(_ root: String) -> SyncError {
    SyncError(
      .recovery, "RECOVERY_NEEDED",
      "a commit was interrupted in \(root), and its files may be partly old and partly new",
      isRecoverable: true,
      recommendation: "run `statuslint recover \(root)` first")
  }
}
