import StatusModel
import StatusText

/// Refusals because of a code fence or a comment that is not closed: nothing is written below it, and no conclusion is
/// drawn.
enum HiddenText {
  /// The error for a plan with hidden phases; nil if no phase is hidden.
  static func fault(of plan: Plan) -> SyncError? {
    guard plan.hidden.phaseCount > 0, let block = plan.hidden.block else { return nil }
    return .hiddenPhases(plan.path, plan.source.text(block.opening))
  }

  /// The error for a task that a block of `list` hides; nil if it is not hidden.
  static func fault(of task: Int, in list: TaskList) -> SyncError? {
    guard list.hidden.tasks.contains(task), let block = list.hidden.block else { return nil }
    return .hiddenTask(task, list.path, list.source.text(block.opening))
  }

  /// The error for `edits` that would be hidden in `file`; nil if they are visible.
  static func fault(of edits: [TextEdit], in file: TrackedFile?) -> SyncError? {
    guard let file, !file.unclosed.isEmpty else { return nil }
    for edit in edits {
      guard let block = file.unclosed.first(where: { $0.hides(edit.range) }) else { continue }
      return .wouldBeHidden(file.path, file.source.text(block.opening))
    }
    return nil
  }
}

extension SyncError {
  private static let closeIt: SyncMessage =
    "close the block where its text ends; `statuslint check` shows what it hides"

  fileprivate static func hiddenPhases(_ path: String, _ opening: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_PLAN",
      "Malformed plan file: \(path: path) (\"\(opening)\" is never closed and hides phases)",
      recommendation: closeIt)
  }

  fileprivate static func hiddenTask(_ number: Int, _ path: String, _ opening: String) -> SyncError {
    SyncError(
      .sync, "UNUSABLE_FILE",
      "task \(number) is hidden in \(path: path): \"\(opening)\" is never closed",
      isRecoverable: true, recommendation: closeIt)
  }

  fileprivate static func wouldBeHidden(_ path: String, _ opening: String) -> SyncError {
    SyncError(
      .sync, "UNUSABLE_FILE",
      "\(path: path): \"\(opening)\" is never closed and would hide what the update writes",
      isRecoverable: true, recommendation: closeIt)
  }
}
