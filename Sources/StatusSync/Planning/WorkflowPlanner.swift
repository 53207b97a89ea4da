import StatusModel
import StatusText

/// Makes requests of the beginning and the end of a workflow.
package struct WorkflowPlanner: Sendable {
  private let workspace: Workspace
  private let workflow: Workflow

  /// A planner of `workflow` in a tree.
  package init(_ workflow: Workflow, _ workspace: Workspace) {
    self.workflow = workflow
    self.workspace = workspace
  }

  private func subject(_ number: Int) -> Result<TaskSubject, SyncErrors> {
    switch TaskLocator.open(workspace) {
    case .failure(let errors): return .failure(errors)
    case .success(let locator):
      guard let task = workspace.task(number) else { return .failure(SyncErrors([.noTask(number)])) }
      return locator.subject(task)
    }
  }

  // MARK: Begin

  /// The beginning of a workflow.
  package struct Beginning: Sendable {
    /// The workflow.
    package let workflow: Workflow
    /// What is to be written; nil where the workflow was under way and nothing is.
    package let request: UpdateRequest?
    /// The session that works on the task.
    package let session: String
    /// Whether the workflow was under way already, so that it goes on.
    package let isResumed: Bool
    /// What the task is written in; `general` where nothing says.
    package let language: String
    /// The phase that work goes on with.
    package let phase: ResumePoint.Stage?
    /// What a person should know.
    package let warnings: [String]
  }

  /// What has to be written when the workflow begins on a task. Its entry keeps `session`; where that is nil, a
  /// workflow that goes on has the session that it had, and any other the one that `makeSession` makes. On failure why
  /// it cannot begin.
  package func begin(_ number: Int, session: String?, makeSession: () -> String) -> Result<
    Beginning, SyncErrors
  > {
    let subject: TaskSubject
    switch self.subject(number) {
    case .success(let found): subject = found
    case .failure(let errors): return .failure(errors)
    }
    let words = workspace.profile.vocabulary
    let isResumed = subject.status == workflow.active
    let kept = keptSession(subject)
    let own = session ?? (isResumed ? kept : nil) ?? makeSession()
    var request = UpdateRequest(TaskSelection(number))
    request.status = isResumed ? nil : words.value(workflow.active)
    request.session = own == kept ? nil : own
    let phase: ResumePoint.Stage?
    switch resumingPhase(subject) {
    case .success(let found): phase = found
    case .failure(let error): return .failure(SyncErrors([error]))
    }
    if let phase, phase.status != words.value(.inProgress) {
      request.phases = [PhaseStep(number: phase.number, status: words.value(.inProgress))]
    }
    let (language, warnings) = language(of: subject)
    return .success(
      Beginning(
        workflow: workflow, request: request.isEmpty ? nil : request, session: own, isResumed: isResumed,
        language: language, phase: phase, warnings: warnings))
  }

  /// The phase that an implementation begins or goes on with; nil for other workflows, and for a task without a plan.
  private func resumingPhase(_ subject: TaskSubject) -> Result<ResumePoint.Stage?, SyncError> {
    guard workflow == .implement else { return .success(nil) }
    switch PlanReader(workspace: workspace).current(of: subject) {
    case nil: return .success(nil)
    case .failure(let error): return .failure(error)
    case .success(let plan): return .success(ResumePoint(plan, workspace.profile).phase)
    }
  }

  private func language(of subject: TaskSubject) -> (String, [String]) {
    for name in [FieldName.language, .taskType, .type] {
      guard let field = subject.entry.field(name), let source = workspace.taskList?.source,
        !field.valueRange.isEmpty
      else { continue }
      return (source.text(field.valueRange), [])
    }
    return (
      "general", ["task \(subject.number) has no Language in TODO.md; general is assumed"]
    )
  }

  // MARK: Finish

  /// What has to be written when the workflow has ended on a task as `object` says; `session` is the one that ends it,
  /// where the caller says which. What is wrong with it is in the request's `faults`; on failure there is no such task.
  package func finish(_ number: Int, _ object: ExecutorReturn, session: String?) -> Result<
    UpdateRequest, SyncErrors
  > {
    let subject: TaskSubject
    switch self.subject(number) {
    case .success(let found): subject = found
    case .failure(let errors): return .failure(errors)
    }
    var request = UpdateRequest(TaskSelection(number))
    if let session {
      let kept = keptSession(subject)
      if session != kept { request.faults.append(.noSession(session, kept)) }
    }
    request.reportsOutcomes = true
    request.artifacts = object.artifacts
    request.completionSummary = workflow == .implement ? object.summary : nil
    if workflow == .implement { addPhases(object, subject, to: &request) }
    if workflow.writesPlan {
      request.planMetadata = object.planMetadata
      // Who has failed may say which version it was to be.
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

  private func keptSession(_ subject: TaskSubject) -> String? {
    guard let registry = workspace.registry else { return nil }
    let editor = RegistryEditor(registry, workspace, SyncMoment(now: workspace.now, event: workspace.now))
    return editor.object(subject.state)?["session_id"]?.string
  }

  private func addPhases(
    _ object: ExecutorReturn, _ subject: TaskSubject, to request: inout UpdateRequest
  ) {
    request.phases = object.phases ?? []
    let needsPhases = object.outcome == .completed || object.outcome == .partial
    guard needsPhases, object.phases?.isEmpty ?? true else { return }
    switch PlanReader(workspace: workspace).current(of: subject) {
    case .success(let plan) where object.phases == nil || plan.phases.contains { $0.status != .completed }:
      request.faults.append(.phaseStatuses)
    case .success, nil: break
    case .failure(let error): request.faults.append(error)
    }
  }

  /// A plan that nobody can find is no outcome of planning.
  private func checkPlan(_ object: ExecutorReturn) -> [SyncError] {
    guard object.outcome == .completed, !object.artifacts.contains(where: { $0.kind == .plan }) else {
      return []
    }
    return [.malformedReturn("\"artifacts\" has none with \"type\": \"plan\", though planning is completed")]
  }

  /// The status that the outcome leads to; nil where the task stays what it is.
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
      // What another try may mend stays under way; what it cannot is blocked until somebody has looked at it.
      guard let failure = object.failures.first(where: { $0.isRecoverable == false }) else {
        return .success((nil, steps.isEmpty ? nil : object.reason))
      }
      return .success((.blocked, object.reason ?? failure.message))
    }
  }

  /// Whether a phase of the plan is not completed when the steps have been taken.
  private func hasOpenPhases(_ subject: TaskSubject, _ steps: [PhaseStep]) -> Bool {
    guard case .success(let plan) = PlanReader(workspace: workspace).current(of: subject) else {
      return false
    }
    var planner = PhasePlanner(
      plan, workspace.profile, SyncMoment(now: workspace.now, event: workspace.now), takesOutcomes: true,
      reason: "unknown as yet")
    planner.take(steps)
    return plan.phases.indices.contains { plan.phases[$0].parent < 0 && planner.statuses[$0] != .completed }
  }
}
