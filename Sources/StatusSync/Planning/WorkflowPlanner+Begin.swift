import StatusModel
import StatusText

extension WorkflowPlanner {
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
    package let warnings: [SyncMessage]
  }

  /// What has to be written when the workflow begins on a task, which `session` claims by that; where that is nil, the
  /// session that `makeSession` makes. A task that another session works on is refused unless `takesOver`. On failure why
  /// it cannot begin.
  package func begin(_ number: Int, session: String?, takesOver: Bool = false, makeSession: () -> String)
    -> Result<Beginning, SyncErrors>
  {
    let subject: TaskSubject
    switch self.subject(number) {
    case .success(let found): subject = found
    case .failure(let errors): return .failure(errors)
    }
    let words = workspace.profile.vocabulary
    let isResumed = subject.status == workflow.active
    let mayBegin = workspace.profile.taskTransitions.allows(subject.status, to: workflow.active)
    let claim = SessionClaim(on: subject, in: workspace)
    let own = session ?? makeSession()
    var request = UpdateRequest(TaskSelection(number))
    request.origin = .begin
    request.status = isResumed ? nil : words.value(workflow.active)
    request.session = isResumed && own == claim?.session ? nil : own
    var (language, warnings) = language(of: subject)
    if let claim, claim.session != own, isClaimed(subject) {
      if takesOver {
        request.replaced = claim
      } else if isResumed || mayBegin {
        request.faults.append(.claimed(number, words.value(subject.status), claim))
      }
    }
    let phase: ResumePoint.Stage?
    switch resumePoint(subject) {
    case .success(let found):
      phase = found?.phase
      if let found, found.phase == nil, isResumed || mayBegin {
        warnings.append(
          found.mayBeCompleted
            ? "no phase of the plan of task \(number) is open: finish the task"
            : "every phase of the plan of task \(number) is abandoned: revise the plan, or abandon the task")
      }
    case .failure(let error): return .failure(SyncErrors([error]))
    }
    if let phase, phase.status != words.value(.inProgress) {
      request.phases = [PhaseStep(number: phase.number, status: words.value(.inProgress))]
    }
    return .success(
      Beginning(
        workflow: workflow, request: request.isEmpty && request.faults.isEmpty ? nil : request, session: own,
        isResumed: isResumed, language: language, phase: phase, warnings: warnings))
  }

  /// Whether the session on record works on the task: some workflow is under way. What it says of a task at rest is
  /// history.
  private func isClaimed(_ subject: TaskSubject) -> Bool {
    Workflow.isActive(subject.status)
  }

  /// Where an implementation begins or goes on; nil for other workflows, and for a task without a plan.
  private func resumePoint(_ subject: TaskSubject) -> Result<ResumePoint?, SyncError> {
    guard workflow == .implement else { return .success(nil) }
    switch PlanReader(workspace: workspace).current(of: subject) {
    case nil: return .success(nil)
    case .failure(let error): return .failure(error)
    case .success(let plan):
      if let fault = PhaseOrder.faults(of: plan, workspace.profile).first { return .failure(fault) }
      return .success(ResumePoint(plan, workspace.profile))
    }
  }

  private func language(of subject: TaskSubject) -> (String, [SyncMessage]) {
    for name in [FieldName.language, .taskType, .type] {
      guard let field = subject.entry.field(name), let source = workspace.taskList?.source,
        !field.valueRange.isEmpty
      else { continue }
      return (source.text(field.valueRange), [])
    }
    return (
      "general", ["task \(subject.number) has no Language in TODO.md; \"general\" is assumed"]
    )
  }
}
