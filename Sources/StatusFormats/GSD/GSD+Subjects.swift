import StatusClaims
import StatusText

extension GSD {
  /// The statuses of what a table has a row for, and those of what is only a box.
  private static let rowStatuses = statuses([
    .init("open", .open), .init("in-progress", .active), .init("done", .done),
  ])
  private static let boxStatuses = statuses([.init("open", .open), .init("done", .done)])

  /// `words`, with what GSD itself writes in rows.
  private static func statuses(_ words: [Vocabulary.Word]) -> Vocabulary {
    var statuses = Vocabulary(words)
    statuses.spellings = ["complete": "done", "completed": "done", "planned": "open", "pending": "open"]
    return statuses
  }

  /// "todo → part → done"; a milestone likewise.
  var forwardKinds: Set<String> { ["phase", "milestone"] }

  /// A phase may be finished before what it depends on.
  var bearable: Set<String> { ["unmet-dependency"] }

  /// The locks that upstream's programs hold. Upstream takes over a lock that is older than a minute, so it does not count
  /// here either.
  var locks: [PlanLock] { [PlanLock("STATE.md.lock", staleAfter: 60), PlanLock(".lock", staleAfter: 60)] }

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    let project = GSDProject(tree)
    let subjects =
      Self.milestones(project)
      + project.openPhases.flatMap { id, phase in
        [Self.subject(phase, id, project)] + Self.plans(of: phase, id, project)
      } + Self.requirements(project)
    if Self.planning(of: tree.root) == tree.root { return subjects }
    // A workstream has its own phase 2.
    let owner = PathText.name(of: tree.root)
    return subjects.map { subject in
      var subject = subject
      subject.names.append("\(owner)/\(subject.id)")
      return subject
    }
  }

  /// The active workstream.
  func isCurrent(_ tree: PlanTree) -> Bool {
    let base = Self.planning(of: tree.root)
    let path = base == tree.root ? Self.pointer : PlanTree.outside(PathText.joined(base, Self.pointer))
    guard let source = tree.files[path]?.source else { return false }
    let line = ByteRange(0, source.bytes.lineEnd(from: 0, to: source.bytes.count))
    let name = source.text(source.bytes.trimmed(line, of: " \t\r"))
    return tree.root == PathText.joined(base, "workstreams/\(name)")
  }

  // MARK: Phases

  private static func subject(_ phase: GSDPhase, _ id: String, _ project: GSDProject) -> PlanSubject {
    let places = phase.places.filter { $0.kind != .heading }.sorted { $0.kind.rank < $1.kind.rank }
    let hasRow = places.contains { $0.kind != .item }
    let isActive = places.contains { $0.kind != .item && $0.stage == .active }
    let claims = places.map { place in
      // An open box says nothing against a phase that is in progress elsewhere.
      let stage = place.kind == .item && place.stage == .open && isActive ? .active : place.stage
      return PlanClaim(place.kind.title, place.text, word: stage.flatMap(word)) {
        text(for: $0, in: place.kind)
      }
    }
    var subject = PlanSubject(
      kind: "phase", id: id, title: title(of: phase, project), claims: claims,
      statuses: hasRow ? rowStatuses : boxStatuses)
    let number = phase.number.text
    subject.names =
      ["phase-\(number)", "phase \(number)", PlanNames.padded(number)]
      + [phase.directory.map { PathText.name(of: $0.path) }].compactMap(\.self)
    return subject
  }

  private static func word(_ stage: Vocabulary.Stage) -> String? {
    switch stage {
    case .open: "open"
    case .active: "in-progress"
    case .done: "done"
    case .closed: nil
    }
  }

  /// How a status is written in a place of some kind.
  static func text(for word: String, in kind: GSDPlace.Kind) -> String {
    if kind == .item { return word == "done" ? "[x]" : "[ ]" }
    return switch word {
    case "done": "Complete"
    case "in-progress": "In Progress"
    default: "Planned"
    }
  }

  /// The title of a phase, as the roadmap has it.
  static func title(of phase: GSDPhase, _ project: GSDProject) -> String {
    guard let source = project.roadmap?.file.source else { return "" }
    let titles = phase.items.map(\.title) + phase.sections.map(\.title) + phase.rows.map(\.title)
    return titles.first { !$0.isEmpty }.map(source.text) ?? ""
  }

  // MARK: Plans and requirements

  private static func plans(of phase: GSDPhase, _ id: String, _ project: GSDProject) -> [PlanSubject] {
    guard let source = project.roadmap?.file.source else { return [] }
    return phase.plans.map { plan in
      let claim = box(PlacedText(source, plan.box.range), plan.status)
      var subject = PlanSubject(
        kind: "plan", id: phase.name(plan.key), title: "", claims: [claim], statuses: boxStatuses)
      subject.names = ["\(phase.number.text)-\(plan.key.text)"]
      subject.parent = id
      subject.isStep = true
      return subject
    }
  }

  private static func requirements(_ project: GSDProject) -> [PlanSubject] {
    guard let requirements = project.requirements else { return [] }
    let source = requirements.file.source
    let ids = requirements.items.filter { $0.box != nil }.map(\.id)
    return ids.map { id in
      var claims: [PlanClaim] = []
      for item in requirements.items where item.id == id {
        if let box = item.box { claims.append(Self.box(PlacedText(source, box.range), item.status)) }
      }
      for row in requirements.rows where row.id == id {
        guard let cell = row.statusCell, !cell.isEmpty else { continue }
        let word = row.status.stage.map { $0 == .done ? "done" : "open" }
        claims.append(
          PlanClaim("row", PlacedText(source, cell), word: word) { $0 == "done" ? "Complete" : "Pending" })
      }
      var subject = PlanSubject(kind: "requirement", id: id, title: "", claims: claims, statuses: boxStatuses)
      subject.isStep = true
      return subject
    }
  }

  private static func box(_ place: PlacedText, _ status: GSDStatus) -> PlanClaim {
    PlanClaim("box", place, word: status.stage.map { $0 == .done ? "done" : "open" }) {
      $0 == "done" ? "[x]" : "[ ]"
    }
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    let project = GSDProject(tree)
    if move.subject.claims.isEmpty {
      edits.refuse(
        "no place says its status",
        help: "add an item or a row for it to the roadmap; a heading alone is not written")
      return
    }
    if move.subject.kind == "milestone" { return Self.make(move, project, into: &edits) }
    for claim in move.subject.statusClaims where claim.word != move.status.text {
      edits.write(move.status.text, at: claim)
    }
    let id = move.subject.kind == "plan" ? move.subject.parent : move.subject.id
    guard move.subject.kind != "requirement",
      let phase = project.openPhases.first(where: { $0.id == id })?.phase
    else { return }
    var change = GSDMove(move, of: phase, in: project, edits)
    if move.subject.kind == "plan" { change.finishPlan() } else { change.finishPhase() }
    edits = change.edits
  }
}

extension GSDProject {
  /// The phases that are not history, by what commands call them: the number, after the milestone where several have it.
  var openPhases: [(id: String, phase: GSDPhase)] {
    let open = phases.filter { !$0.isHistory && !$0.number.isBacklog }
    let counts = Dictionary(open.map { ($0.number, 1) }, uniquingKeysWith: +)
    return open.map { phase in
      let label = phase.labels.map(\.written).sorted().first
      let isShared = counts[phase.number] ?? 0 > 1
      return (isShared ? "\(label ?? "unlabeled")/\(phase.number.text)" : phase.number.text, phase)
    }
  }
}

extension GSDPlace.Kind {
  /// Which place says most.
  fileprivate var rank: Int {
    switch self {
    case .row: 0
    case .field: 1
    case .stateRow: 2
    case .item: 3
    case .heading: 4
    }
  }

  /// What people call a place of this kind.
  var title: String {
    switch self {
    case .row: "row"
    case .field: "Status"
    case .stateRow: "row of STATE.md"
    case .item: "box"
    case .heading: "heading"
    }
  }
}
