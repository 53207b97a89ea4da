import StatusClaims
import StatusSyntax
import StatusText

extension Kiro {
  func subjects(of tree: PlanTree) -> [PlanSubject] {
    let specs = KiroSpec.all(in: tree)
    let phases = Self.phases(of: specs)
    return specs.flatMap { spec -> [PlanSubject] in
      let place = PlacedText(unwritten: spec.isArchived ? "archived" : "active", spec.location)
      let phase = spec.phase.map { PlanClaim("phase", $0, word: phases.read($0.text).word?.text) }
      var subject = PlanSubject(
        kind: "spec", id: spec.path, title: "", claims: [phase ?? PlanClaim("directory", place)],
        statuses: phases,
        stage: spec.isArchived ? .done : phase == nil ? .active : nil)
      subject.names = [spec.name]
      return [subject] + Self.tasks(of: spec)
    }
  }

  private static func tasks(of spec: KiroSpec) -> [PlanSubject] {
    guard let rules = spec.rules else { return [] }
    return ChecklistSubjects(rules, of: spec.path).all.map { task in
      var task = task
      task.names.append(spec.name + task.id.dropFirst(spec.path.count))
      return task
    }
  }

  /// The phases that cc-sdd writes, and those that the specs of this repository have besides.
  private static func phases(of specs: [KiroSpec]) -> Vocabulary {
    let usual = ["initialized"] + KiroSettings.artifacts.sorted { $0.value < $1.value }.map(\.key)
    let others = Set(specs.compactMap(\.phase?.text)).subtracting(usual).filter { !$0.isEmpty }
    return Vocabulary(
      usual.map { .init($0, .open) }
        + others.sorted().map { .init($0, KiroSettings.donePhases.contains($0) ? .done : .active) })
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    let specs = KiroSpec.all(in: tree)
    guard
      let spec = specs.first(where: { $0.path == move.subject.id || move.subject.id.hasPrefix("\($0.path)/") }
      )
    else { return }
    if spec.path == move.subject.id {
      setPhase(of: spec, to: move.status.text, into: &edits)
    } else if let rules = spec.rules, let tasks = spec.tasks {
      let after = ChecklistMove(move, rules, in: tasks.file).make(into: &edits)
      if let phase = move.ownerStatus, let after, after.isDone {
        close(spec, as: phase, Self.phases(of: specs), into: &edits)
      }
    }
    edits.write(now: tree.now, at: spec.updated, "updated_at")
  }

  private func setPhase(of spec: KiroSpec, to phase: String, into edits: inout PlanEdits) {
    guard let place = spec.phase else {
      edits.refuse(
        "\(spec.name) has no phase: only cc-sdd keeps one, in spec.json",
        help: "update its tasks: `statuslint show \(spec.path)`")
      return
    }
    edits.write(phase, at: place, "phase")
  }

  private func close(_ spec: KiroSpec, as phase: String, _ phases: Vocabulary, into edits: inout PlanEdits) {
    guard let word = phases.word(phase) else {
      edits.refuse("\"\(phase)\" is not a phase that a spec of this repository has", help: phases.help)
      return
    }
    setPhase(of: spec, to: word.text, into: &edits)
  }
}

extension KiroSpec {
  /// The phase in the settings of cc-sdd.
  fileprivate var phase: PlacedText? { PlacedText(settings?.json?["phase"]) }

  /// When it last changed.
  fileprivate var updated: PlacedText? {
    PlacedText(settings?.json?["updated_at"] ?? settings?.json?["updatedAt"])
  }
}
