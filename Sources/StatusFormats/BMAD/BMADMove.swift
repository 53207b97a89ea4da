import StatusClaims

/// A story, an epic or a retrospective that gets another status.
struct BMADMove {
  private let move: PlanMove
  private let tracker: BMADTracker
  private let project: BMADProject

  init(_ move: PlanMove, in tracker: BMADTracker, _ project: BMADProject) {
    self.move = move
    self.tracker = tracker
    self.project = project
  }

  func make(into edits: inout PlanEdits) {
    checkDirection(into: &edits)
    checkFile(into: &edits)
    for claim in move.subject.statusClaims { edits.write(move.status.text, at: claim) }
    if move.includesParts { closeStories(into: &edits) }
    let trackers = [tracker] + project.copies(of: tracker)
    if move.status.stage == .active || move.status.stage == .done, let epic = move.subject.parent {
      for tracker in trackers {
        guard let entry = tracker.byKey[epic], entry.stage == .open, let status = entry.status else {
          continue
        }
        edits.write("in-progress", at: status, "status of \(epic)")
      }
    }
    for tracker in trackers {
      edits.write(
        now: project.tree.now, at: PlacedText(tracker.yaml.root?["last_updated"]), "last_updated")
    }
  }

  /// Finishes the stories of an epic. What they have of boxes is ticked by hand.
  private func closeStories(into edits: inout PlanEdits) {
    guard move.subject.kind == "epic" else { return }
    for entry in tracker.stories
    where !entry.isClosed && tracker.epic(of: entry.key)?.key.text == move.subject.id {
      let story = BMAD.subject(entry, in: tracker, project)
      for claim in story.statusClaims where claim.word != move.status.text {
        edits.write(claim.text(for: move.status.text), at: claim.place, "\(claim.name) of \(story.id)")
      }
    }
  }

  /// BMAD never takes a story back by itself.
  private func checkDirection(into edits: inout PlanEdits) {
    let words = move.subject.statuses.words
    guard let old = words.firstIndex(where: { $0.text == move.subject.status }),
      let new = words.firstIndex(of: move.status), new < old, !move.isMeant
    else { return }
    edits.refuse(
      "\(move.subject.id) would go back from \"\(words[old].text)\" to \"\(move.status.text)\"",
      help: "if that is meant, use --allow-transition REASON", mayBeMeant: true)
  }

  /// Who begins a story that is ready looks for its file.
  private func checkFile(into edits: inout PlanEdits) {
    let key = move.subject.id
    guard move.subject.kind == "story", move.status.text == "ready-for-dev",
      move.subject.status != move.status.text,
      project.file(key, of: tracker) == nil,
      project.file("spec-\(key)", of: tracker) == nil
    else { return }
    edits.refuse("\(key) is not ready: \(key).md was not found", help: "write the story first")
  }
}
