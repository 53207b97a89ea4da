import StatusModel
import StatusText

extension WorkflowPlanner {
  /// Makes the request for the end of the workflow on a task, with the outcome in `object`. `session` is the caller's
  /// session, if given. Errors are in the `faults` of the request; the failure is that there is no such task.
  package func finish(_ number: Int, _ object: ExecutorReturn, session: String?) -> Result<
    UpdateRequest, SyncErrors
  > {
    let subject: TaskSubject
    switch self.subject(number) {
    case .success(let found): subject = found
    case .failure(let errors): return .failure(errors)
    }
    var request = UpdateRequest(TaskSelection(number))
    request.origin = .finish
    request.faults += notUnderWay(subject)
    request.faults += foreignSessions([session, object.session].compactMap { $0 }, subject)
    request.completionSummary = workflow == .implement ? object.summary : nil
    addArtifacts(object, subject, to: &request)
    if workflow == .implement { addPhases(object, subject, to: &request) }
    if workflow == .research, object.outcome == .completed, object.artifacts.isEmpty {
      request.warnings.append(
        "research of task \(number) is completed, but \"artifacts\" contains no report")
    }
    if workflow.writesPlan {
      request.planMetadata = object.outcome == .completed ? object.planMetadata : nil
      // An executor that failed may still name the version that it meant to write.
      if request.namesPlan {
        request.planVersion = object.planVersion
        request.revisionReason = object.revisionReason
      }
      request.usualRevisionReason = workflow == .plan ? "Another implementation plan" : nil
      request.faults += checkPlan(object)
    }
    switch ending(object, subject, request.phases) {
    case .success(let ending):
      request.status = ending.status.map { workspace.profile.vocabulary.value($0) }
      request.reason = ending.reason
    case .failure(let error): request.faults.append(error)
    }
    return .success(request)
  }

  /// A workflow that is not in progress cannot finish, whatever its outcome.
  private func notUnderWay(_ subject: TaskSubject) -> [SyncError] {
    if subject.status == workflow.active { return [] }
    let profile = workspace.profile
    return [
      .notUnderWay(
        workflow, subject.number, profile.vocabulary.value(subject.status),
        mayBegin: profile.taskTransitions.allows(subject.status, to: workflow.active))
    ]
  }

  /// Each of `sessions` must be the session that began the workflow.
  private func foreignSessions(_ sessions: [String], _ subject: TaskSubject) -> [SyncError] {
    let kept = SessionClaim(on: subject, in: workspace)?.session
    return sessions.filter { $0 != kept }.map { given in
      .noSession(given, kept, replacement: TakeoverRecord.last(of: given, from: subject, in: workspace))
    }
  }

  /// Adds the artifacts. Only a workflow that writes plans makes one the current plan, and only when it has completed:
  /// any other plan is not linked.
  private func addArtifacts(
    _ object: ExecutorReturn, _ subject: TaskSubject, to request: inout UpdateRequest
  ) {
    let isCompleted = object.outcome == .completed
    if isCompleted, workflow.writesPlan {
      request.artifacts = object.artifacts
      return
    }
    let directories = subject.task.directories.map { workspace.directories[$0].path }
    let current = subject.task.currentPlan.map { workspace.files[$0].path }.flatMap { path in
      // The newest plan that is not linked is the unfinished plan of a workflow that did not complete.
      subject.links(path, in: workspace) || !workflow.writesPlan ? path : nil
    }
    for artifact in object.artifacts {
      let isCurrent = current.map {
        workspace.root.leads(artifact.path, to: $0, directories: directories)
      }
      if artifact.isPlan(in: workspace.root), isCurrent != true {
        request.warnings.append(
          "\(artifact.path) was not linked as a plan: "
            + (workflow.writesPlan
              ? "\(workflow.noun) of task \(subject.number) ended as \(object.outcome.rawValue)"
              : "only the workflows plan and revise change the plan of a task"))
      } else {
        request.artifacts.append(artifact)
      }
    }
  }

  private func addPhases(
    _ object: ExecutorReturn, _ subject: TaskSubject, to request: inout UpdateRequest
  ) {
    request.phases = object.phases ?? []
    let needsPhases = object.outcome == .completed || object.outcome == .partial
    guard needsPhases, object.phases?.isEmpty ?? true else { return }
    switch PlanReader(workspace: workspace).current(of: subject) {
    case .success(let plan)
    where object.phases == nil || Remaining(plan, workspace.profile)?.open.isEmpty != true:
      request.faults.append(.phaseStatuses())
    case .success, nil: break
    case .failure(let error): request.faults.append(error)
    }
  }

  /// Planning that is completed must name its plan.
  private func checkPlan(_ object: ExecutorReturn) -> [SyncError] {
    guard object.outcome == .completed, !object.artifacts.contains(where: { $0.kind == .plan }) else {
      return []
    }
    return [
      .malformedReturn(
        "\"artifacts\" contains no plan (\"type\": \"plan\"), but the outcome is \"completed\"")
    ]
  }

  /// The status that follows from the outcome; nil if the status does not change.
  private func ending(_ object: ExecutorReturn, _ subject: TaskSubject, _ steps: [PhaseStep])
    -> Result<(status: Status?, reason: String?), SyncError>
  {
    switch object.outcome {
    case .completed:
      guard workflow == .implement, hasOpenPhases(subject, steps) else {
        return .success((workflow.done, nil))
      }
      return .success((.partial, nil))
    case .partial: return .success((workflow == .implement ? .partial : nil, nil))
    case .blocked:
      guard let reason = object.reason ?? object.failures.first?.message else {
        return .failure(.reportedWithoutReason(object.outcome.rawValue))
      }
      return .success((.blocked, reason))
    case .failed:
      // After a failure that a retry may fix, the status stays; after any other failure, the task is blocked until a
      // person looks at it.
      guard let failure = object.failures.first(where: { $0.isRecoverable == false }) else {
        return .success((nil, steps.isEmpty ? nil : object.reason))
      }
      return .success((.blocked, object.reason ?? failure.message))
    }
  }

  /// Whether the plan has open phases after the steps, or no completed phase.
  private func hasOpenPhases(_ subject: TaskSubject, _ steps: [PhaseStep]) -> Bool {
    guard case .success(let plan) = PlanReader(workspace: workspace).current(of: subject) else {
      return false
    }
    var planner = PhasePlanner(
      plan, workspace.profile, SyncMoment(now: workspace.now, event: workspace.now), takesOutcomes: true,
      reason: "not known yet")
    planner.take(steps)
    return Remaining(plan, workspace.profile, after: planner.statuses)?.mayBeCompleted != true
  }
}
