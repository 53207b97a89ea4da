import StatusClaims
import StatusModel
import StatusText

extension GSD {
  /// The statuses of a milestone. Which one has begun, upstream says.
  private static let milestoneStatuses: Vocabulary = {
    var words = Vocabulary([.init("planned", .open), .init("in-progress", .active), .init("shipped", .done)])
    words.spellings = ["complete": "shipped", "completed": "shipped", "done": "shipped"]
    return words
  }()

  /// The milestones of the roadmap, as subjects.
  static func milestones(_ project: GSDProject) -> [PlanSubject] {
    guard let source = project.roadmap?.file.source else { return [] }
    return project.milestones.all.map { milestone in
      let claims = milestone.mentions.compactMap { claim($0, source, project.today) }
      let title = milestone.mentions.lazy.map { source.text($0.name) }.first { !$0.isEmpty } ?? ""
      var subject = PlanSubject(
        kind: "milestone", id: milestone.id, title: title, claims: claims, statuses: milestoneStatuses)
      subject.names = milestone.mentions.map(\.label.written)
      return subject
    }
  }

  private static func claim(_ mention: MilestoneMention, _ source: SourceText, _ today: String) -> PlanClaim?
  {
    let marks = MilestoneMarks(mention, in: source, today: today)
    guard let stage = marks.stage else { return nil }
    let word = milestoneStatuses.words.first { $0.stage == stage }?.text
    // What says it in words alone is not one of the marks.
    let place = marks.leading ?? mention.range
    return PlanClaim(mention.kind.title, PlacedText(source, place), word: word)
  }

  /// Writes that a milestone is shipped, or says why it is not.
  static func make(_ move: PlanMove, _ project: GSDProject, into edits: inout PlanEdits) {
    guard move.status.stage == .done else {
      if move.subject.status == move.status.text { return }
      return edits.refuse(
        "GSD begins milestones, and takes none back",
        help: "run its command for a new milestone; `statuslint update` only ships one")
    }
    guard let source = project.roadmap?.file.source,
      let milestone = project.milestones.all.first(where: { $0.id == move.subject.id })
    else { return }
    for mention in milestone.mentions where mention.isShipped != true {
      let marks = MilestoneMarks(mention, in: source, today: project.today)
      if marks.stage == .done { continue }
      for place in marks.places {
        edits.write(
          place.shipped, at: PlacedText(source, place.range), "\(place.name) of the \(mention.kind.title)")
      }
    }
    writeState(milestone, project, into: &edits)
  }

  /// The state follows if the milestone is the one that it names.
  private static func writeState(
    _ milestone: GSDMilestone, _ project: GSDProject, into edits: inout PlanEdits
  ) {
    guard let state = project.state, let current = state.fields["milestone"],
      MilestoneLabel.all(in: state.file.source, current.location.range).contains(milestone.label)
    else { return }
    if let status = state.fields["status"] { edits.write("completed", at: status, "status") }
    if let status = state.status {
      edits.write("\(milestone.label.written) milestone complete", at: status, "Status")
    }
    edits.write(now: project.tree.now, at: state.fields["last_updated"], "last_updated")
    edits.write(now: project.tree.now, at: state.fields["last_activity"], "last_activity")
  }
}

extension GSDMilestone {
  /// What commands call it: the label as it is written first.
  fileprivate var id: String { label.written }
}

extension GSDProject {
  /// The present day.
  var today: String { Timestamp(secondsSince1970: tree.now)?.dateText ?? "" }
}

extension MilestoneMention.Kind {
  fileprivate var title: String {
    switch self {
    case .item: "item"
    case .heading: "heading"
    case .summary: "summary"
    case .row: "row"
    }
  }
}
