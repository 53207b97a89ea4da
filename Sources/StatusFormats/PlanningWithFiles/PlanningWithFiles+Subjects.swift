import StatusClaims
import StatusText

extension PlanningWithFiles {
  var locks: [PlanLock] { [PlanLock(".planning/.write_lock"), PlanLock(".write_lock")] }

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    plans(in: tree).flatMap { id, plan in
      plan.phases.map { phase in
        let claim = phase.status.map { PlanClaim("Status", $0.place, word: $0.reading.word?.text) }
        var subject = PlanSubject(
          kind: "phase", id: "\(id)/\(phase.number)", title: Self.title(phase),
          claims: [claim].compactMap(\.self), statuses: Self.statuses, stage: phase.stage)
        subject.names = [phase.number]
        return subject
      }
    }
  }

  /// The plans by what commands call them: the name of the directory, or "plan" for that at the top.
  private func plans(in tree: PlanTree) -> [(id: String, plan: TaskPlan)] {
    tree.files.sorted { $0.key < $1.key }.compactMap { path, file in
      guard PathText.name(of: path) == Self.planName, isPlan(path, in: tree), let plan = TaskPlan(file) else {
        return nil
      }
      let directory = PathText.name(of: PathText.parent(of: path))
      return (directory.isEmpty || directory.hasPrefix(".") ? "plan" : directory, plan)
    }
  }

  private static func title(_ phase: TaskPlan.Phase) -> String {
    String(phase.title.drop { !$0.isLetter && !$0.isNumber })
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    for (_, plan) in plans(in: tree) where move.subject.stands(in: plan.file) {
      for claim in move.subject.statusClaims where claim.word != move.status.text {
        edits.write(move.status.text, at: claim)
      }
      let number = plan.phases.first {
        $0.status?.place.location == move.subject.claims.first?.place.location
      }?.number
      if let number { point(plan, after: number, move.status.stage, into: &edits) }
    }
    if move.subject.claims.isEmpty {
      edits.refuse(
        "phase \(move.subject.id) has no status",
        help: "add the line \"- **Status:** \(move.status.text)\" below its heading")
    }
  }

  /// Makes the section about the current phase name the one to go on with.
  private func point(
    _ plan: TaskPlan, after number: String, _ stage: Vocabulary.Stage, into edits: inout PlanEdits
  ) {
    func stageAfter(_ phase: TaskPlan.Phase) -> Vocabulary.Stage? {
      phase.number == number ? stage : phase.stage
    }
    let active = plan.phases.first { stageAfter($0) == .active }
    guard let current = plan.current?.heading.number,
      let next = active ?? plan.phases.first(where: { stageAfter($0) == .open }),
      let phase = plan.phases.first(where: { $0.number == current })
    else { return }
    let isStale = stageAfter(phase) == .done || stageAfter(phase) == .open && active != nil
    guard isStale || stage == .active && current != number && next.number == number,
      let (place, text) = plan.pointer(to: next)
    else { return }
    edits.write(text, at: place, "Current Phase")
  }
}
