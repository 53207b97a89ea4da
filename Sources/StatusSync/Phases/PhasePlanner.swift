import StatusEditing
import StatusModel
import StatusText

/// Determines the changes of the phases of a plan from the steps of a request.
struct PhasePlanner {
  let plan: Plan
  let profile: Profile
  let moment: SyncMoment
  /// Whether a step is the outcome of a workflow, which may include the steps to in progress.
  let takesOutcomes: Bool
  /// The reason for illegal steps, if they are allowed.
  let overrideReason: String?
  /// The reason for steps without a reason.
  let reason: String?

  private(set) var changes: [PhaseChange] = []
  /// The index in `changes` of the change of a phase.
  private var places: [Int: Int] = [:]
  private(set) var errors: [SyncError] = []
  private(set) var warnings: [SyncMessage] = []
  /// The first phase of each number.
  private let numbers: [PhaseNumber: Int]
  /// The time of each phase's last step.
  private var lastStep: [Int: Timestamp] = [:]

  init(
    _ plan: Plan, _ profile: Profile, _ moment: SyncMoment, takesOutcomes: Bool = false,
    overrideReason: String? = nil, reason: String? = nil
  ) {
    self.plan = plan
    self.profile = profile
    self.moment = moment
    self.takesOutcomes = takesOutcomes
    self.overrideReason = overrideReason
    self.reason = reason
    numbers = Dictionary(
      zip(plan.phases.map(\.number), plan.phases.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Applies the steps in order; `errors` says why others cannot be applied.
  mutating func take(_ steps: [PhaseStep]) {
    for step in steps {
      guard let index = find(step.number), let status = status(step), let time = time(step) else { continue }
      take(step, phase: index, to: status, at: time)
    }
  }

  /// The statuses of the phases that the steps have touched, by their index in the plan.
  var statuses: [Int: Status] { Dictionary(uniqueKeysWithValues: changes.map { ($0.phase, $0.new) }) }

  // MARK: Reading a step

  private mutating func find(_ text: String) -> Int? {
    guard let number = PhaseNumber.whole(text) else {
      errors.append(.phaseNumber(text))
      return nil
    }
    if let index = numbers[number] { return index }
    let isPlain = number.major.map { $0 > 0 } ?? false && !number.isSubPhase && number.upper == nil
    let hasOthers = plan.phases.contains { $0.isSubPhase || $0.number.major == nil }
    let labels = plan.phases.map(\.number.label)
    errors.append(isPlain || hasOthers ? .noPhase(text, plan.path, valid: labels) : .phaseNumber(text))
    return nil
  }

  private mutating func status(_ step: PhaseStep) -> Status? {
    if let status = StatusName.read(step.status, profile.vocabulary), profile.phaseStatuses.contains(status) {
      return status
    }
    let valid = profile.vocabulary.entries.filter { profile.phaseStatuses.contains($0.status) }.map(\.value)
    errors.append(.unknownPhaseStatus(step.number, step.status, valid))
    return nil
  }

  private mutating func time(_ step: PhaseStep) -> Timestamp? {
    guard let text = step.timestamp else {
      if !moment.event.isDate { return moment.event }
      errors.append(.timestampWithoutTime(moment.event.dateText, "phase \(step.number) needs one"))
      return nil
    }
    return instant(text)
  }

  private mutating func instant(_ text: String) -> Timestamp? {
    switch moment.instant(text) {
    case .success(let instant): return instant
    case .failure(let error):
      errors.append(error)
      return nil
    }
  }

  // MARK: Taking it

  private mutating func take(_ step: PhaseStep, phase index: Int, to new: Status, at time: Timestamp) {
    let phase = plan.phases[index]
    guard let old = current(index) else {
      let text = phase.marker.map { plan.source.text($0.range) } ?? ""
      errors.append(.unreadablePhaseMarker(phase.number.label, text, plan.path))
      return
    }
    if takesOutcomes, old == new { return complete(index, step, new, at: time) }
    guard allows(old, new, phase) else { return }
    if let last = lastStep[index], time.isBefore(last) {
      errors.append(.stepOrder(phase.number.label, time.shown, last.shown))
    }
    lastStep[index] = time
    guard let why = why(step, phase, new) else { return }
    var change = taken(index) ?? PhaseChange(phase: index, old: phase.status, new: new)
    change.new = new
    addStarted(step, phase, new, at: time, to: &change)
    if let event = StatusEvent(status: new) {
      change.add(.init(event: event, timestamp: time, reason: why.isEmpty ? nil : why))
    }
    keep(change)
  }

  /// The phase already has the status: only a missing date is added.
  private mutating func complete(_ index: Int, _ step: PhaseStep, _ status: Status, at time: Timestamp) {
    guard step.timestamp != nil, let event = StatusEvent(status: status), !hasDate(event, index) else {
      return
    }
    var change = taken(index) ?? PhaseChange(phase: index, old: status, new: status)
    addStarted(step, plan.phases[index], status, at: time, to: &change)
    change.add(.init(event: event, timestamp: time, reason: nil))
    keep(change)
  }

  private mutating func allows(_ old: Status, _ new: Status, _ phase: Phase) -> Bool {
    let table = profile.phaseTransitions
    let isPath = table.allows(old, to: .inProgress) && table.allows(.inProgress, to: new)
    if table.allows(old, to: new) || takesOutcomes && isPath { return true }
    let words = profile.vocabulary
    if overrideReason != nil, old != new {
      warnings.append(
        "phase \(phase.number.label) of \(path: plan.path): \(words.value(old)) -> \(words.value(new)) is not legal, "
          + "but --allow-transition was given")
      return true
    }
    let next = words.entries.map(\.status).filter { table.allows(old, to: $0) }.map { words.value($0) }
    errors.append(
      .phaseTransition(
        phase.number.label, words.value(old), words.value(new), next: next, isFinal: words.isTerminal(old)))
    return false
  }

  /// The reason for a step that needs one, an empty text for other steps; nil after an error.
  private mutating func why(_ step: PhaseStep, _ phase: Phase, _ new: Status) -> String? {
    guard new.needsReason else { return "" }
    guard let text = step.reason ?? reason else {
      errors.append(
        .missingReason(
          "phase \(phase.number.label)", profile.vocabulary.value(new),
          for: takesOutcomes ? .finish : .update))
      return nil
    }
    guard ReasonText.saysSomething(text) else {
      errors.append(.emptyReason(text))
      return nil
    }
    return ReasonText.normalized(text)
  }

  /// Started is written if work begins or the caller gives it, and never replaces an existing date.
  private mutating func addStarted(
    _ step: PhaseStep, _ phase: Phase, _ new: Status, at time: Timestamp, to change: inout PhaseChange
  ) {
    let written = phase.timestamp(.started).flatMap { $0.reading == .placeholder ? nil : $0 }
    var start = change.stamps.first { $0.event == .started }?.timestamp ?? written?.reading.found?.timestamp
    if written == nil, start == nil {
      if let text = step.started {
        guard let given = instant(text) else { return }
        start = given
      } else if new == .inProgress {
        start = time
      }
      if let start { change.add(.init(event: .started, timestamp: start, reason: nil)) }
    }
    if let start, time.isBefore(start) {
      let what: SyncMessage =
        "phase \(phase.number.label) of \(path: plan.path): \(StatusEvent(status: new)?.title ?? "its date")"
      errors.append(.timestampOrder(what, time.shown, start.shown))
    }
  }

  // MARK: What has been taken

  private func taken(_ index: Int) -> PhaseChange? { places[index].map { changes[$0] } }

  private mutating func keep(_ change: PhaseChange) {
    if let place = places[change.phase] {
      changes[place] = change
    } else {
      places[change.phase] = changes.count
      changes.append(change)
    }
  }

  private func current(_ index: Int) -> Status? {
    if let taken = taken(index) { return taken.new }
    let phase = plan.phases[index]
    return phase.marker == nil ? .notStarted : phase.status
  }

  private func hasDate(_ event: StatusEvent, _ index: Int) -> Bool {
    plan.phases[index].timestamp(event).map { $0.reading != .placeholder } ?? false
  }
}
