import StatusSync

/// What can be done with a task, in the words of the command line.
enum NextSteps {
  /// What follows on a result for one task; empty where nothing does, or several moved.
  static func after(_ result: SyncResult, task: Int) -> String {
    if let error = result.errors.first { return error.recommendation }
    if let beginning = result.beginning {
      let phase = beginning.phase.map { ", from phase \($0.number) on" } ?? ""
      return
        "do the work\(phase); then `statuslint finish \(task) \(beginning.workflow.rawValue) --session-id \(beginning.session) --return FILE`"
    }
    guard let moves = result.update?.moves, moves.count == 1, let move = moves.first else { return "" }
    return switch move.new {
    case "not_started": "`statuslint begin \(task) research`, plan or implement"
    case "researched": "`statuslint begin \(task) plan`"
    case "planned", "revised", "partial": "`statuslint begin \(task) implement`"
    case "blocked": "when the block is removed, begin the workflow again"
    default: ""
    }
  }
}
