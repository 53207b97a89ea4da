import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of what STATE.md calls current.
struct GSDPointerRules {
  private let project: GSDProject
  private let subject = "project"

  init(_ project: GSDProject) { self.project = project }

  func check(into findings: inout ClaimFindings) {
    guard let state = project.state else { return }
    checkAgreement(state, into: &findings)
    checkPhase(state, into: &findings)
    checkMilestone(state, into: &findings)
    checkCompletion(state, into: &findings)
  }

  // MARK: Phase

  /// Whether what the line says of the phase, or the roadmap, says that it is done.
  private func isDone(_ pointer: GSDState.Pointer, _ state: GSDState) -> Bool {
    let source = state.file.source
    let isSaid = [state.phaseMark, state.status?.location.range].compactMap { $0 }.contains {
      let status = GSDStatus.read(source, $0)
      return status.stage == .done || status == .hedged || saysDone(source, $0)
    }
    return isSaid || !phases(pointer.number).isEmpty && phases(pointer.number).allSatisfy(\.isDone)
  }

  private func saysDone(_ source: SourceText, _ range: ByteRange) -> Bool {
    MilestoneMention.hasWord(source, range, ["complete", "completed", "done", "shipped"])
  }

  /// The phases of the current milestone with this number; those of others if it has none.
  private func phases(_ number: GSDNumber) -> [GSDPhase] {
    let all = project.phases(number)
    let current = currentLabels
    let own = all.filter { !$0.labels.isDisjoint(with: current) }
    let live = all.filter { !$0.isHistory }
    return !own.isEmpty ? own : !live.isEmpty ? live : all
  }

  private var currentLabels: Set<MilestoneLabel> {
    guard let place = project.state?.fields["milestone"], let state = project.state else { return [] }
    return Set(MilestoneLabel.all(in: state.file.source, place.location.range))
  }

  private func checkAgreement(_ state: GSDState, into findings: inout ClaimFindings) {
    guard let phase = state.phase else { return }
    let others = [("current_phase", state.currentPhase), ("Current focus", state.focus)]
    for case (let name, let other?) in others where other.number != phase.number {
      if isDone(phase, state), phase.number < other.number { continue }
      if saysDone(state.file.source, other.value.location.range) { continue }
      findings.report(
        "stale-pointer", .warning, subject, .twoPhases(name, other.number, phase.number),
        at: state.file.location(other.digits), claims: [phase.value.claim("Phase")],
        fix: name == "Current focus"
          ? other.value.fix(
            .unsafe, "Phase \(phase.number.text)" + title(phase.number).map { " — \($0)" }.orEmpty)
          : other.value.fix(.unsafe, phase.number.text))
    }
  }

  private func checkPhase(_ state: GSDState, into findings: inout ClaimFindings) {
    guard let phase = state.phase ?? state.currentPhase, project.roadmap != nil, !project.known.isEmpty else {
      return
    }
    let place = state.file.location(phase.digits)
    guard project.knows(phase.number) else {
      findings.report(
        "stale-pointer", .warning, subject,
        "the current phase \(phase.number.text) was not found in the roadmap",
        at: place)
      return
    }
    let found = phases(phase.number)
    guard !found.isEmpty, found.allSatisfy(\.isDone), let text = activity(state) else { return }
    let next = project.phases.first { $0.isOpen && !$0.isHistory }
    findings.report(
      "stale-pointer", .warning, subject, .doneButActive(phase.number, state.file.source.text(text)),
      at: place,
      claims: found.flatMap(\.claims) + [next?.first?.claim(next?.subject ?? "")].compactMap { $0 },
      help: next.map { "the first phase that is not done is \($0.number.text)" },
      fix: next.flatMap { fix(state, $0.number) })
  }

  /// The fix that makes the state point at another phase, with its name.
  private func fix(_ state: GSDState, _ number: GSDNumber) -> Fix? {
    guard let phase = state.phase else { return state.currentPhase?.value.fix(.unsafe, number.text) }
    let total = state.phaseCount.map { " of \($0.total)" }.orEmpty
    return phase.value.fix(.unsafe, number.text + total + title(number).map { " (\($0))" }.orEmpty)
  }

  /// The title of the phase with this number.
  private func title(_ number: GSDNumber) -> String? {
    guard let source = project.roadmap?.file.source else { return nil }
    return phases(number).lazy.flatMap {
      $0.items.map(\.title) + $0.sections.map(\.title) + $0.rows.map(\.title)
    }
    .first { !$0.isEmpty }.map { source.text($0) }
  }

  /// What says that the phase is being worked on: a word in capitals after the phase, or the status if there is another
  /// phase to do.
  private func activity(_ state: GSDState) -> ByteRange? {
    let source = state.file.source
    if let mark = state.phaseMark, GSDStatus.read(source, mark).isUndone {
      let word = source.bytes[mark.indices].prefix { ASCII.isLetter($0) }
      if word.count > 1, ASCII.isUpperCase(word) { return mark }
    }
    // The line itself may say that the phase is done.
    if let mark = state.phaseMark, saysDone(source, mark) { return nil }
    guard let status = state.status, project.phases.contains(where: { $0.isOpen && !$0.isHistory }) else {
      return nil
    }
    let text = status.text.lowercased()
    guard ["ready to plan", "ready to execute", "executing"].contains(where: { text.hasPrefix($0) }) else {
      return nil
    }
    return status.location.range
  }

  // MARK: Milestone

  private func checkMilestone(_ state: GSDState, into findings: inout ClaimFindings) {
    guard let place = state.fields["milestone"],
      let label = MilestoneLabel.all(in: state.file.source, place.location.range).first,
      let own = project.milestones[label], own.isShipped,
      let index = project.milestones.all.firstIndex(where: { $0.label == label })
    else { return }
    let later = project.milestones.all.enumerated().first { other, milestone in
      milestone.shipped.isEmpty && milestone.open.contains { isInProgress($0) } && other != index
        && isLater(milestone, other, than: own, index)
    }?.element
    let since = project.milestones.all.last { milestone in
      guard milestone.isShipped, let day = own.day, let other = milestone.day else { return false }
      return other > day
    }
    guard let next = later ?? since, let mention = next.mentions.first else { return }
    findings.report(
      "stale-pointer", .warning, subject, .otherMilestone(label, next.label, isShipped: next.isShipped),
      at: place.location,
      claims: [next, own].compactMap { milestone in
        milestone.mentions.first.flatMap { found in
          project.roadmap.map {
            Claim($0.location(found.range), "milestone \(milestone.label.written) is here")
          }
        }
      }, fix: place.fix(.unsafe, mention.label.written))
  }

  private func isInProgress(_ mention: MilestoneMention) -> Bool {
    guard let source = project.roadmap?.file.source else { return false }
    let text = source.text(mention.range)
    return text.contains(text: "🚧") || text.contains(text: "🔄")
      || text.lowercased().contains(text: "in progress")
  }

  private func isLater(_ milestone: GSDMilestone, _ index: Int, than other: GSDMilestone, _ otherIndex: Int)
    -> Bool
  {
    if milestone.label.version.isEmpty || other.label.version.isEmpty { return index > otherIndex }
    return other.label.version.lexicographicallyPrecedes(milestone.label.version)
  }

  // MARK: Completion

  /// STATE.md says that everything is complete, while phases are open.
  private func checkCompletion(_ state: GSDState, into findings: inout ClaimFindings) {
    let places = [state.status, state.fields["status"]].compactMap { $0 }
    guard let place = places.first(where: { isComplete($0.text) }) else { return }
    let labels = currentLabels
    let named = project.phases.filter { !labels.isEmpty && !$0.labels.isDisjoint(with: labels) }
    let meant = named.isEmpty ? project.phases.filter { labels.isEmpty || $0.labels.isEmpty } : named
    let open = meant.filter { $0.isOpen && !$0.isHistory }
    guard let first = open.first else { return }
    findings.report(
      "rollup-mismatch", .warning, subject, .notComplete(place.text, open), at: place.location,
      claims: open.compactMap { $0.first?.claim($0.subject) },
      fix: place.fix(
        .unsafe, first.directory.map { $0.counts.done > 0 } ?? false ? "In progress" : "Ready to plan"))
  }

  private func isComplete(_ text: String) -> Bool {
    let text = String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
    return text.hasPrefix("milestone complete") || text.hasPrefix("all phases complete")
      || text.hasSuffix("milestone complete") && text.utf8.count < 40
  }
}

extension String? {
  /// The text; the empty one if there is none.
  fileprivate var orEmpty: String { self ?? "" }
}

extension String {
  fileprivate static func twoPhases(_ name: String, _ other: GSDNumber, _ own: GSDNumber) -> String {
    "\(name) is phase \(other.text), but Phase is \(own.text)"
  }
  fileprivate static func doneButActive(_ number: GSDNumber, _ text: String) -> String {
    "the current phase is \(number.text), \"\(text)\", but the roadmap says that it is done"
  }
  fileprivate static func otherMilestone(_ own: MilestoneLabel, _ next: MilestoneLabel, isShipped: Bool)
    -> String
  {
    isShipped
      ? "milestone is \(own.written), but \(next.written) was shipped after it"
      : "milestone is \(own.written), which is shipped, but \(next.written) is in progress"
  }
  fileprivate static func notComplete(_ text: String, _ open: [GSDPhase]) -> String {
    let noun = Counted(open.count, "phase").noun
    return
      "\"\(text)\" is written, but \(noun) \(open.map(\.number.text).listed) \(open.count == 1 ? "is" : "are") not done in the roadmap"
  }
}
