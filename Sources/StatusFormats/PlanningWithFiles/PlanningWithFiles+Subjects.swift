import StatusClaims
import StatusText

extension PlanningWithFiles {
  /// The tool's own script locks the file `.write_lock` beside the plan while it writes.
  func sentinel(of path: String) -> String? {
    PathText.name(of: path) == Self.planName
      ? PathText.joined(PathText.parent(of: path), ".write_lock") : nil
  }

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    let plans = plans(in: tree).map {
      (owner: PathText.name(of: PathText.parent(of: $0.path)), plan: $0.plan)
    }
    let active = activePlan(tree).map { PathText.name(of: $0.text) }
    let isKnown = plans.contains { $0.owner == active }
    return plans.flatMap { owner, plan in
      plan.phases.map { subject($0, of: owner, isCurrent: !isKnown || owner == active) }
    }
  }

  /// A phase of the plan in the directory `owner`, whose name goes before the number. In the current plan the number is enough.
  private func subject(_ phase: TaskPlan.Phase, of owner: String, isCurrent: Bool) -> PlanSubject {
    let claims = phase.status.map { [PlanClaim("Status", $0.place, word: $0.reading.word?.text)] } ?? []
    let bytes = Array(phase.title.utf8)
    let title = bytes.drop { !ASCII.isAlphanumeric($0) && $0 < 0x80 }
    var subject = PlanSubject(
      kind: "phase", id: PathText.joined(owner, phase.number), title: String(decoding: title, as: UTF8.self),
      claims: claims, statuses: Self.statuses)
    subject.names = isCurrent ? [phase.number] : []
    return subject
  }

  /// The status, and then the current phase.
  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    guard let claim = move.subject.statusClaims.first else {
      edits.refuse(
        "\(move.subject.id) has no status",
        help: "add the line \"- **Status:** \(move.status.text)\" below its heading")
      return
    }
    edits.write(move.status.text, at: claim)
    guard
      let plan = plans(in: tree).first(where: { $0.plan.file.source.path == claim.place.location.path })?.plan
    else {
      return
    }
    let stages = plan.phases.map { phase in
      phase.status?.place.location == claim.place.location ? move.status.stage : phase.stage
    }
    if let next = plan.next(stages), let pointer = plan.pointer {
      edits.write(plan.pointerText(to: next), at: pointer, "Current Phase")
    }
  }
}
