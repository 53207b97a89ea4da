import StatusDiagnostics
import StatusModel

/// The findings after an edit that is the first of several steps which no command makes: a new task needs an entry in two
/// files, a task that has ended is taken out of two files and put into a third one, a new plan comes before its project
/// state. Agents edit one file at a time, so a step alone is not refused.
struct PendingSteps {
  private let added: Set<Int>
  private let ended: Set<Int>

  /// The steps between two states of a tree.
  init(from before: Workspace, to after: Workspace) {
    let vocabulary = after.profile.vocabulary
    added = Set(after.tasks.map(\.number)).subtracting(before.tasks.map(\.number))
    ended = Set(
      before.tasks.filter { task in
        let statuses = [task.entry?.marker?.status, task.state?.certainStatus].compactMap { $0 }
        return !statuses.isEmpty && statuses.allSatisfy(vocabulary.isTerminal)
      }.map(\.number))
  }

  /// Whether another step is to follow that takes the finding away.
  func contains(_ finding: Finding) -> Bool {
    let task = finding.task ?? -1
    switch finding.rule {
    case "untracked-task", "unlisted-task": return added.contains(task) || ended.contains(task)
    case "archived-but-active": return ended.contains(task)
    case "next-number": return !added.isEmpty
    case "missing-project-state": return true
    default: return false
    }
  }
}
