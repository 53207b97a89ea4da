import StatusClaims
import StatusSyntax

/// A task or subtask that gets another status, as Task Master moves it: with its task, its copy and the count.
struct TaskMasterMove {
  private let move: PlanMove
  private let item: TaskTag.Item
  private let tag: TaskTag
  private let files: TaskMasterFiles
  private let now: Int

  init(_ move: PlanMove, _ item: TaskTag.Item, in tag: TaskTag, _ files: TaskMasterFiles, now: Int) {
    self.move = move
    self.item = item
    self.tag = tag
    self.files = files
    self.now = now
  }

  func make(into edits: inout PlanEdits) {
    var words = [item.id: move.status.text]
    if move.includesParts {
      for part in item.subtasks where part.isOpen { words[part.id] = move.status.text }
    }
    if let task = tag.tasks.first(where: { $0.subtasks.contains { $0.id == item.id } }),
      let word = status(of: task, words)
    {
      words[task.id] = word
    }
    for item in tag.items {
      guard let word = words[item.id] else { continue }
      write(word, item, into: &edits)
    }
    let done = tag.tasks.count { (words[$0.id] ?? $0.status?.text) == "done" }
    if let count = PlacedText(number: tag.metadata?["completedCount"]) {
      edits.write("\(done)", at: count, "completedCount")
    }
  }

  private func write(_ word: String, _ item: TaskTag.Item, into edits: inout PlanEdits) {
    let name = item.id == self.item.id ? "status" : "status of \(item.noun)"
    guard let status = item.status else {
      edits.refuse(
        "\(item.noun) has no status, and is read as pending", help: "add \"status\": \"\(word)\" to it")
      return
    }
    if status.text == word { return }
    edits.write(word, at: status, name)
    edits.write(now: now, at: item.updated, "updatedAt")
    if let copy = files.generated(for: item, in: tag)?.status, !item.isPart {
      edits.write(word, at: copy, "generated file")
    }
  }

  /// What a task is when its subtasks are so; nil if they do not say.
  private func status(of task: TaskTag.Item, _ words: [String: String]) -> String? {
    let parts = task.subtasks.map { words[$0.id] ?? ($0.reading.word?.text ?? "pending") }
    if parts.allSatisfy({ $0 == "cancelled" }) { return "cancelled" }
    if parts.allSatisfy({ $0 == "done" || $0 == "cancelled" }) { return "done" }
    if parts.contains(where: { $0 == "in-progress" || $0 == "done" }) { return "in-progress" }
    return parts.allSatisfy { $0 == "pending" } ? "pending" : nil
  }
}
