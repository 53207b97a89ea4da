import StatusModel
import StatusText

/// All tasks, one per line: the number, the status in each file, and the title.
struct TaskTable {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  func render(_ tasks: [TrackedTask]) -> Message {
    let facts = TaskFacts(workspace)
    let header: [Message] = ["TASK", "TODO.md", "state.json", "plan", "PHASES", "TITLE"]
    let rows = [header] + tasks.map { row($0, facts) }
    let widths = header.indices.dropLast().map { column in rows.map(\.[column].columns).max() ?? 0 }
    var text: Message = ""
    for row in rows {
      for (cell, width) in zip(row, widths) { text += "\(cell.padded(to: width))  " }
      text += "\(row.last ?? "")\n"
    }
    let name = workspace.root.path.isEmpty ? "." : workspace.root.path
    text += "\n\(Counted(tasks.count, "task")) in \(name)"
    text += ", profile \(workspace.profile.name): \(workspace.detection.reason)\n"
    return text
  }

  private func row(_ task: TrackedTask, _ facts: TaskFacts) -> [Message] {
    func cell(_ claim: TaskFacts.Claim?) -> Message {
      claim.map { $0.status.isEmpty ? "?" : "\($0.status)" } ?? "-"
    }
    let plan = workspace.currentPlan(of: task)
    let phases = plan?.mainPhases ?? []
    // The number of phases is unknown if a heading cannot be parsed.
    let count: Message = plan?.unreadablePhases.isEmpty ?? true ? "\(phases.count)" : "?"
    let done = phases.filter { $0.status == .completed }.count
    return [
      "\(task.number)", cell(facts.listed(task)), cell(facts.registered(task)), cell(facts.planned(task)),
      phases.isEmpty ? "-" : "\(done)/\(count)", "\(facts.title(task))",
    ]
  }
}
