import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// Checks the request for one task and determines its changes. It reports all errors, not only the first.
struct TaskJudge {
  let workspace: Workspace
  let request: UpdateRequest
  let moment: SyncMoment
  let facts: [String: ArtifactFact]
  /// The registry, for the task's entry and the way it spells paths.
  let registry: RegistryEditor

  var errors: [SyncError] = []
  var warnings: [SyncMessage] = []
  /// Whether the changes need --allow-transition.
  var usesOverride = false

  init(
    _ workspace: Workspace, _ request: UpdateRequest, _ moment: SyncMoment, _ facts: [String: ArtifactFact],
    _ registry: RegistryEditor
  ) {
    self.workspace = workspace
    self.request = request
    self.moment = moment
    self.facts = facts
    self.registry = registry
  }

  var profile: Profile { workspace.profile }

  /// The changes of `subject`; not valid if there are `errors`.
  mutating func judge(_ subject: TaskSubject) -> TaskDecision {
    var decision = TaskDecision(subject: subject, step: step(of: subject))
    decision.reason = reason(decision.step, subject)
    checkDates(decision.step, subject)
    addArtifacts(to: &decision)
    checkProjectState(subject)
    let plan = plan(for: &decision)
    if let plan { addPhases(of: plan, to: &decision) }
    if let plan, !checkCompletion(decision, plan) { checkProgress(decision, plan) }
    addRecords(to: &decision)
    return decision
  }

  // MARK: The step

  private mutating func step(of subject: TaskSubject) -> TaskStep {
    switch TaskStep.taken(request, from: subject, profile) {
    case .success(let step):
      if step.isOverride {
        usesOverride = true
        let words = profile.vocabulary
        warnings.append(
          "task \(subject.number): \(words.value(step.old)) -> \(words.value(step.new)) is not legal, but "
            + "--allow-transition was given")
      }
      return step
    case .failure(let error):
      errors.append(error)
      return TaskStep(staying: subject.status)
    }
  }

  private mutating func reason(_ step: TaskStep, _ subject: TaskSubject) -> String? {
    guard let text = request.reason else {
      if step.needsReason {
        errors.append(
          .missingReason("task \(subject.number)", profile.vocabulary.value(step.new), for: request.origin))
      }
      return nil
    }
    if !step.needsReason, request.phases.isEmpty {
      warnings.append(
        "the reason was not recorded: task \(subject.number) becomes neither blocked nor abandoned"
      )
    }
    if ReasonText.saysSomething(text) { return ReasonText.normalized(text) }
    if step.needsReason { errors.append(.emptyReason(text)) }
    return nil
  }

  /// The new dates must have the form of their field, and must not be before Started.
  private mutating func checkDates(_ step: TaskStep, _ subject: TaskSubject) {
    checkOrder(subject)
    guard step.moves else { return }
    let change = step.change(at: moment.event, reason: nil, profile.vocabulary)
    let dates = DateChanges(change, claims: subject.state.timestamps, profile)
    if !dates.set.isEmpty, moment.event.text(in: profile.timestamps.statusChange) == nil {
      errors.append(
        .timestampWithoutTime(moment.event.dateText, "profile \(profile.name) needs full timestamps"))
    }
    guard profile.vocabulary.kind(step.new) != .initial else { return }
    let what = StatusEvent(status: step.new)?.title ?? profile.vocabulary.value(step.new)
    for start in [subject.state.timestamp(.started), subject.entry.timestamp(.started)] {
      guard let started = start?.reading.found?.timestamp, event(comparedTo: started).isBefore(started) else {
        continue
      }
      errors.append(
        .timestampOrder("task \(subject.number): \(what)", moment.event.shown, started.shown))
      return
    }
  }

  /// The event as it is written beside a date: as the date of its day.
  private func event(comparedTo other: Timestamp) -> Timestamp {
    let writesDates = moment.event.text(in: profile.timestamps.statusChange) == moment.event.dateText
    return other.isDate && writesDates ? Timestamp(moment.event.day) : moment.event
  }

  /// A date before the creation of the task is wrong.
  private mutating func checkOrder(_ subject: TaskSubject) {
    guard request.timestamp != nil,
      let created = subject.state.timestamps.first(where: { $0.name == "created" })?.reading.found?.timestamp,
      moment.event.isBefore(created)
    else { return }
    errors.append(.beforeCreation(subject.number, moment.event.shown, created.shown))
  }

  /// Reports a project state that cannot be edited, together with everything else that is wrong.
  private mutating func checkProjectState(_ subject: TaskSubject) {
    for index in subject.task.directories where !workspace.directories[index].isArchived {
      guard let file = workspace.projectState(in: workspace.directories[index]) else { continue }
      if let fault = TaskLocator.fault(file) { errors.append(fault) }
      return
    }
  }

  // MARK: Artifacts and plans

  private mutating func addArtifacts(to decision: inout TaskDecision) {
    let (artifacts, faults) = CheckedArtifact.check(request.artifacts, facts, in: workspace.root)
    decision.artifacts = artifacts
    errors += faults
  }

  /// The plan whose phases the update may change: the new current plan, or else the current plan.
  private mutating func plan(for decision: inout TaskDecision) -> Plan? {
    if let path = newPlanPath(decision) { return newPlan(at: path, &decision) }
    guard let current = PlanReader(workspace: workspace).current(of: decision.subject) else {
      if !request.phases.isEmpty { errors.append(.noPlan(decision.subject.number)) }
      return nil
    }
    switch current {
    case .success(let plan):
      if let metadata = request.planMetadata { decision.metadata = metadata.corrected(by: plan, &warnings) }
      return plan
    case .failure(let error):
      if !request.phases.isEmpty || request.planMetadata != nil || needsPlan(decision) {
        errors.append(error)
      }
      return nil
    }
  }

  /// The plan of a task in implementation changes with it. The plan of any other task may stay unchanged, because it
  /// may be about to be revised.
  private func needsPlan(_ decision: TaskDecision) -> Bool {
    decision.step.moves && [.implementing, .partial, .completed].contains(decision.step.new)
  }

  /// The path, from the repository root, of the new current plan.
  private mutating func newPlanPath(_ decision: TaskDecision) -> String? {
    guard let given = request.plan else {
      let plans = decision.artifacts.filter { $0.kind == .plan }.map(\.path)
      for path in plans {
        if case .failure(let error) = PlanReader(workspace: workspace).plan(
          at: path, of: decision.subject.task)
        {
          errors.append(error)
        }
      }
      func version(_ path: String) -> Int { PlanFileName(path: path).version ?? -1 }
      return plans.max { (version($0), $0) < (version($1), $1) }
    }
    switch facts[given] ?? .missing {
    case .file(let path, let size):
      if size > 0 { return path }
      errors.append(.emptyArtifact(given))
    case .missing: errors.append(.missingPlan(given))
    case .directory: errors.append(.directoryArtifact(given))
    case .special(let kind): errors.append(.specialArtifact(given, kind))
    case .unlinkable(let shown): errors.append(.unlinkableArtifact(shown))
    case .outside: errors.append(.outsideArtifact(given))
    }
    return nil
  }

  private mutating func newPlan(at path: String, _ decision: inout TaskDecision) -> Plan? {
    let plan: Plan
    switch PlanReader(workspace: workspace).plan(at: path, of: decision.subject.task) {
    case .success(let found): plan = found
    case .failure(let error):
      errors.append(error)
      return nil
    }
    errors += PhaseOrder.faults(of: plan, profile)
    if let other = planThatStays(beside: path, decision.subject) {
      errors.append(.outrankedPlan(path, by: other))
    }
    var metadata = PlanReader.metadata(of: plan)
    if let given = request.planMetadata {
      let corrected = given.corrected(by: plan, &warnings)
      metadata.estimatedHours = corrected.estimatedHours ?? metadata.estimatedHours
      metadata.complexity = corrected.complexity ?? metadata.complexity
    }
    let versions = self.versions(path, decision.subject)
    decision.plan = PlanChange(path: path, metadata: metadata, versions: versions)
    if !decision.artifacts.contains(where: { $0.path == path }) {
      let claim = ArtifactClaim(type: "plan", path: request.plan ?? path)
      decision.artifacts.append(CheckedArtifact(claim: claim, path: path, in: workspace.root))
    }
    return plan
  }

  /// The plan that stays the task's current one although the plan at `path` is linked beside it: where nothing names
  /// the current plan, that is the one of the highest version among those that the entry lists.
  private func planThatStays(beside path: String, _ subject: TaskSubject) -> String? {
    guard !registry.namesPlan(subject.state),
      let current = subject.task.currentPlan.map({ workspace.files[$0].path }), current != path,
      subject.state.links.contains(where: {
        $0.role == .plan && subject.leads($0, to: current, in: workspace)
      })
    else { return nil }
    func rank(_ path: String) -> (Int, String) { (PlanFileName(path: path).version ?? -1, path) }
    return rank(current) > rank(path) ? current : nil
  }

  private mutating func versions(_ path: String, _ subject: TaskSubject) -> [PlanVersion] {
    guard let entry = registry.object(subject.state) else { return [] }
    let time = moment.event.isDate ? moment.now : moment.event
    let additions = PlanVersions(of: subject, entry, workspace).additions(for: path, request, at: time) {
      registry.written($0, in: subject.state)
    }
    switch additions {
    case .success(let versions): return versions
    case .failure(let error):
      errors.append(error)
      return []
    }
  }

  // MARK: Records

  private mutating func addRecords(to decision: inout TaskDecision) {
    let step = decision.step
    if let replaced = request.replaced, let session = request.session {
      warnings.append(
        "session \(session) takes over task \(decision.subject.number) from session "
          + "\(replaced.session)\(replaced.since)")
      decision.records.append(TakeoverRecord.record(replaced, by: session, at: moment.now))
    }
    // The reason of --allow-transition is always recorded.
    if let reason = request.overrideReason, usesOverride || !decision.phases.isEmpty {
      decision.records.append(
        .override(step, reason: ReasonText.normalized(reason), at: moment.now, profile.vocabulary))
    }
    if let record = TransitionRecord.restart(
      of: decision.subject, step, in: workspace, registry.registry.source, at: moment.now)
    {
      decision.records.append(record)
    }
  }
}
