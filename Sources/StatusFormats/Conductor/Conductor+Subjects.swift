import StatusClaims
import StatusText

extension Conductor {
  /// The statuses that a mark of the list can say.
  private static let trackStatuses: Vocabulary = {
    var words = statuses
    words.words.removeAll { $0.stage == .closed }
    words.spellings.merge(["open": "new", "done": "completed"]) { first, _ in first }
    return words
  }()

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    guard let project = ConductorProject(tree) else { return [] }
    let listed = project.listed
    return project.tracks.sorted { $0.key < $1.key }.flatMap { directory, track -> [PlanSubject] in
      let entry = listed[directory]
      let metadata = track.status.map(Self.metadata)
      var subject = PlanSubject(
        kind: "track", id: track.isArchived ? directory : track.id, title: entry?.title ?? "",
        claims: [entry.map(Self.claim), metadata].compactMap(\.self), statuses: Self.trackStatuses,
        stage: entry == nil && track.isArchived ? .done : nil)
      if track.isArchived { subject.names = [track.id] }
      return [subject] + Self.tasks(of: track, subject.id)
    }
  }

  /// The tasks of the plan. Those without a number are called by their place in it.
  private static func tasks(of track: Track, _ id: String) -> [PlanSubject] {
    guard let rules = track.rules else { return [] }
    return ChecklistSubjects(rules, of: id).all.enumerated().map { index, task in
      var task = task
      if task.names.isEmpty { task.names = ["\(id)/\(index + 1)"] }
      return task
    }
  }

  /// What the list says: a mark in brackets.
  private static func claim(_ entry: TrackEntry) -> PlanClaim {
    let word = entry.stage.flatMap { stage in trackStatuses.words.first { $0.stage == stage }?.text }
    return PlanClaim("mark", entry.mark, word: word) { word in
      ["new": "[ ]", "in_progress": "[~]", "completed": "[x]"][word] ?? word
    }
  }

  /// What the metadata of a track says, which stays at its first word in most projects.
  private static func metadata(_ status: PlacedText) -> PlanClaim {
    let word = statuses.read(status.text).word
    var claim = PlanClaim("metadata.json", status, word: word?.text)
    claim.isKept = word?.stage != .open
    return claim
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    guard let project = ConductorProject(tree) else { return }
    for (directory, track) in project.tracks {
      let id = track.isArchived ? directory : track.id
      if move.subject.id == id {
        set(track, project.listed[directory], to: move.status, in: project, into: &edits)
      } else if move.subject.id.hasPrefix("\(id)/"), let rules = track.rules,
        let file = tree.files["\(directory)/plan.md"]
      {
        let after = ChecklistMove(move, rules, in: file).make(into: &edits)
        let entry = project.listed[directory]
        if let word = after.flatMap({ Self.status(of: entry, with: $0) }) {
          set(track, entry, to: word, in: project, into: &edits)
        }
      }
      if edits.places.isEmpty || !move.subject.id.hasPrefix(id) { continue }
      edits.write(now: tree.now, at: PlacedText(track.metadata?.json?["updated_at"]), "updated_at")
    }
  }

  /// Writes the mark in the list, and the status of the track where the project keeps it.
  private func set(
    _ track: Track, _ entry: TrackEntry?, to status: Vocabulary.Word, in project: ConductorProject,
    into edits: inout PlanEdits
  ) {
    if let entry {
      if Self.claim(entry).word != status.text { edits.write(status.text, at: Self.claim(entry)) }
    } else {
      edits.refuse(
        "\(track.id) is not listed in tracks.md", help: "add an entry for it, or leave it in the archive")
    }
    if let place = track.status, project.keepsStatuses {
      edits.write(status.text, at: place, "metadata.json")
    }
  }

  /// What a track becomes with the tasks of its plan; nil if it stays as it is.
  private static func status(of entry: TrackEntry?, with plan: Checklist) -> Vocabulary.Word? {
    let words = trackStatuses.words
    guard let stage = entry?.stage, !plan.boxes.isEmpty else { return nil }
    let isDone =
      plan.boxes.contains(where: \.isDone) && plan.boxes.allSatisfy { $0.isDone || !$0.flags.isEmpty }
    let hasBegun = plan.boxes.contains { $0.isDone || $0.state == .active }
    if isDone, stage != .done { return words.first { $0.stage == .done } }
    return !isDone && (stage == .done || stage == .open && hasBegun)
      ? words.first { $0.stage == .active } : nil
  }
}
