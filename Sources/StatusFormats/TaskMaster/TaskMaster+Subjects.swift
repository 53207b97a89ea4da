import StatusClaims
import StatusSyntax
import StatusText

extension TaskMaster {
  /// The lock is a directory, which its holder touches every few seconds.
  var locks: [PlanLock] {
    [PlanLock("tasks/tasks.json.lock", staleAfter: 10), PlanLock("tasks.json.lock", staleAfter: 10)]
  }

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    let tasks = TaskMasterFiles(tree)
    return tasks.tags.flatMap { tag in
      tag.tasks.flatMap { task in
        [subject(task, of: nil, in: tag, tasks)] + task.subtasks.map { subject($0, of: task, in: tag, tasks) }
      }
    }
  }

  private func subject(
    _ item: TaskTag.Item, of task: TaskTag.Item?, in tag: TaskTag, _ files: TaskMasterFiles
  ) -> PlanSubject {
    let copy = task == nil ? files.generated(for: item, in: tag)?.status : nil
    let places = [item.status.map { ("status", $0) }, copy.map { ("generated file", $0) }].compactMap(\.self)
    var subject = PlanSubject(
      kind: task == nil ? "task" : "subtask", id: tag.id(of: item), title: item.title,
      claims: places.map { PlanClaim($0, $1, word: Self.statuses.read($1.text).word?.text) },
      statuses: Self.statuses, stage: item.stage)
    subject.names = tag.name == "master" ? ["master:\(item.id)"] : [item.id]
    subject.parent = task.map(tag.id)
    subject.isStep = task != nil
    return subject
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    let files = TaskMasterFiles(tree)
    for tag in files.tags {
      guard let item = tag.items.first(where: { tag.id(of: $0) == move.subject.id }) else { continue }
      TaskMasterMove(move, item, in: tag, files, now: tree.now).make(into: &edits)
    }
  }
}
