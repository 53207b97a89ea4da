import StatusClaims
import StatusText

extension Backlog {
  func subjects(of tree: PlanTree) -> [PlanSubject] {
    let project = BacklogProject(tree)
    return project.tasks.map { task in
      let status = task.status.map { PlanClaim("status", $0, word: task.reading.word?.text) }
      var subject = PlanSubject(
        kind: task.shelf == .drafts ? "draft" : "task", id: task.id, title: task.field("title")?.text ?? "",
        claims: [status].compactMap(\.self),
        statuses: task.shelf == .drafts ? project.settings.draftStatuses : project.settings.statuses,
        stage: task.stage)
      subject.names = [task.writtenID?.text ?? task.fileID]
      // A number alone is one of a task.
      if task.shelf != .drafts { subject.names.append(String(BacklogID.number(of: task.id))) }
      subject.parent = task.parent.flatMap { project.byID[$0.id]?.id }
      return subject
    }
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    let project = BacklogProject(tree)
    guard let task = project.tasks.first(where: { move.subject.stands(in: $0.file) }) else {
      edits.refuse(
        "\(move.subject.id) has no status",
        help: "add the line \"status: \(move.status.text)\" to its front matter")
      return
    }
    write(move.status.text, task, now: tree.now, into: &edits)
    if move.includesParts {
      for part in project.openParts(of: task) { write(move.status.text, part, now: tree.now, into: &edits) }
    }
  }

  /// The status, and the day.
  private func write(_ status: String, _ task: BacklogTask, now: Int, into edits: inout PlanEdits) {
    guard let place = task.status, place.text != status else { return }
    edits.write(status, at: place, "status")
    if let place = task.field("updated_date") {
      edits.write(now: now, at: place, "updated_date")
    } else if let created = task.fields?.root?["created_date"],
      let place = PlacedText(newField: "updated_date", below: created),
      let text = MomentForm(created.text ?? "")?.text(secondsSince1970: now)
    {
      edits.write(text, at: place, "updated_date")
    }
  }
}
