import StatusClaims
import StatusText

extension PlanningWithFiles {
  /// The tool's own script holds it while it writes.
  var locks: [PlanLock] { [PlanLock(".write_lock"), PlanLock(".planning/.write_lock")] }

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    plans(in: tree).flatMap { path, plan in plan.phases.map { subject($0, PathText.parent(of: path)) } }
  }

  /// A phase of the plan in `directory`, of which the name goes before the number.
  private func subject(_ phase: TaskPlan.Phase, _ directory: String) -> PlanSubject {
    let owner = PathText.name(of: directory)
    let claims = phase.status.map { [PlanClaim("Status", $0.place, word: $0.reading.word?.text)] } ?? []
    let bytes = Array(phase.title.utf8)
    let title = bytes.drop { !ASCII.isAlphanumeric($0) && $0 < 0x80 }
    var subject = PlanSubject(
      kind: "phase", id: PathText.joined(owner, phase.number), title: String(decoding: title, as: UTF8.self),
      claims: claims, statuses: Self.statuses)
    subject.names = [phase.number]
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
