import StatusModel

/// The changes of the phases, and whether plan and task agree afterwards.
extension TaskJudge {
  mutating func addPhases(of plan: Plan, to decision: inout TaskDecision) {
    var planner = PhasePlanner(
      plan, profile, moment, takesOutcomes: request.reportsOutcomes, overrideReason: request.overrideReason,
      reason: request.reason)
    if !request.phases.isEmpty {
      checkUnderWay(decision)
      if decision.plan == nil { errors += PhaseOrder.faults(of: plan, profile) }
      planner.take(request.phases)
      errors += planner.errors
      warnings += planner.warnings
    }
    decision.phases = planner.changes.sorted { $0.phase < $1.phase }
    decision.planFile = plan
    let isMarked = decision.phases.contains { $0.old != $0.new }
    guard decision.step.moves || isMarked else { return }
    let changes = decision.phaseStatuses
    let rule = PlanStatusRule(profile: profile)
    // A plan whose status already agrees with its phases is not changed.
    if !isMarked, rule.isRight(plan, after: changes) { return }
    decision.planStatus = rule.status(of: plan, after: changes, task: decision.step.new)
  }

  /// Phases may change while the task is in progress, or together with the step that ends it.
  private mutating func checkUnderWay(_ decision: TaskDecision) {
    let step = decision.step
    let ends: StatusSet = [.partial, .blocked, .abandoned, .completed]
    let works: StatusSet = [.implementing, .inProgress]
    if request.origin != .update || works.contains(step.old) || works.contains(step.new) { return }
    if step.moves, ends.contains(step.new) { return }
    let status = profile.vocabulary.value(step.new)
    guard request.overrideReason != nil else {
      let mayBegin = profile.taskTransitions.allows(step.new, to: Workflow.implement.active)
      errors.append(.phasesNotInProgress(decision.subject.number, status, mayBegin: mayBegin))
      return
    }
    usesOverride = true
    warnings.append(
      "phases of task \(decision.subject.number) change although the task is \(status): --allow-transition was given"
    )
  }

  /// Compares the completion of the task with the open phases of its plan. Returns whether it reported something.
  mutating func checkCompletion(_ decision: TaskDecision, _ plan: Plan) -> Bool {
    let changes = decision.phaseStatuses
    guard let remaining = Remaining(plan, profile, after: changes) else { return false }
    let words = profile.vocabulary
    let number = decision.subject.number
    if decision.step.moves, decision.step.new == .completed, !remaining.mayBeCompleted {
      let open = remaining.open.map { index in
        let status = changes[index] ?? plan.phases[index].status
        return
          "phase \(plan.phases[index].number.label) is \(status.map { words.value($0) } ?? "without a status")"
      }
      let shown = open.isEmpty ? ["no phase is completed"] : open
      if request.overrideReason == nil {
        let mayBePartial =
          decision.step.old != .partial && profile.taskTransitions.allows(decision.step.old, to: .partial)
        errors.append(.openPhases(number, plan.path, shown, mayBePartial: mayBePartial))
      } else {
        usesOverride = true
        warnings.append(
          "task \(number) is completed, but \(shown.listed) in \(path: plan.path)")
      }
      return true
    }
    guard !decision.phases.isEmpty, remaining.mayBeCompleted, decision.step.new != .completed,
      decision.step.new != .prReady
    else { return false }
    warnings.append(
      "no phase of \(path: plan.path) remains, but task \(number) is \(words.value(decision.step.new))")
    return true
  }

  /// Warns about a plan that is further along, or less far along, than the status of its task: `check` reports that,
  /// too.
  mutating func checkProgress(_ decision: TaskDecision, _ plan: Plan) {
    let changes = decision.phaseStatuses
    let status = decision.planStatus ?? plan.marker?.status
    let step = decision.step
    guard step.moves || decision.plan != nil || !changes.isEmpty,
      PlanProgress(plan, saying: status, after: changes, profile)?.agrees(with: step.new) == false
    else { return }
    let words = profile.vocabulary
    let begun = plan.phases.indices.first { index in
      (changes[index] ?? plan.phases[index].status).map { words.kind($0) != .initial } ?? false
    }
    let said =
      status.flatMap { words.kind($0) == .initial && begun != nil ? nil : words.marker($0) } ?? "begun"
    warnings.append(
      "task \(decision.subject.number) is \(words.value(step.new)), but its plan \(path: plan.path) is \(said)"
    )
  }
}
