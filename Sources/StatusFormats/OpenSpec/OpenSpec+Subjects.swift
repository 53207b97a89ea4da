import StatusClaims
import StatusText

extension OpenSpec {
  /// The statuses of a change: where its directory is.
  private static let changeStatuses = Vocabulary([.init("active", .active), .init("archived", .done)])

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    OpenSpecProject(tree).changes.flatMap { change -> [PlanSubject] in
      let place = PlacedText(unwritten: change.isArchived ? "archived" : "active", change.location)
      var subject = PlanSubject(
        kind: "change", id: change.id, title: "", claims: [PlanClaim("directory", place, word: place.text)],
        statuses: Self.changeStatuses)
      subject.names = change.isArchived ? [PathText.name(of: change.path)] : []
      return [subject] + Self.tasks(of: change)
    }
  }

  private static func tasks(of change: OpenSpecChange) -> [PlanSubject] {
    let tasks = change.lists.flatMap { ChecklistSubjects(change.rules(for: $0), of: change.id).all }
    if !change.isArchived { return tasks }
    // Nobody means a task of the archive without saying so.
    return tasks.map { task in
      var task = task
      task.names = [PathText.name(of: change.path) + task.id.dropFirst(change.id.count)]
      return task
    }
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    for change in OpenSpecProject(tree).changes {
      if change.id == move.subject.id, move.subject.status != move.status.text {
        edits.refuse(
          change.isArchived
            ? "its deltas are a part of the specs now"
            : "archiving also merges its deltas into the specs, which only OpenSpec does",
          help: change.isArchived ? "propose another change" : "run `openspec archive \(change.name)`")
      }
      guard move.subject.id.hasPrefix("\(change.id)/") else { continue }
      for (list, file) in zip(change.lists, change.taskFiles) where move.subject.stands(in: file) {
        ChecklistMove(move, change.rules(for: list), in: file).make(into: &edits)
      }
    }
  }
}
