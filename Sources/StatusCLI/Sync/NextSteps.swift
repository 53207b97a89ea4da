import StatusSync

/// What can be done with a task, in the words of the command line.
enum NextSteps {
  /// The next step after a result for one task; empty if there is none, or for several tasks.
  static func after(_ result: SyncResult, task: Int) -> String {
    if let error = result.errors.first { return error.recommendation.description }
    if let beginning = result.beginning {
      let phase = beginning.phase.map { ", starting with phase \($0.number)" } ?? ""
      return
        "do the work\(phase); then run `statuslint finish \(task) \(beginning.workflow.rawValue) --session-id \(beginning.session) --return FILE`"
    }
    guard let moves = result.update?.moves, moves.count == 1, let move = moves.first else { return "" }
    return switch move.new {
    case "not_started": "run `statuslint begin \(task) research`, or plan or implement"
    case "researched": "run `statuslint begin \(task) plan`"
    case "planned", "revised", "partial": "run `statuslint begin \(task) implement`"
    case "blocked": "when the task is no longer blocked, begin the workflow again"
    default: ""
    }
  }
}
