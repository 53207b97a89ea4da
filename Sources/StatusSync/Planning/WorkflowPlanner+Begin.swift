import StatusModel
import StatusText

extension WorkflowPlanner {
  /// The result of beginning a workflow.
  package struct Beginning: Sendable {
    /// The workflow.
    package let workflow: Workflow
    /// The update; nil if the workflow was in progress and nothing changes.
    package let request: UpdateRequest?
    /// The session that works on the task.
    package let session: String
    /// Whether the workflow was already in progress and continues.
    package let isResumed: Bool
    /// The language of the task; `general` if it is unknown.
    package let language: String
    /// The phase where work continues.
    package let phase: ResumePoint.Stage?
    /// Warnings for the user.
    package let warnings: [SyncMessage]
  }

  /// Plans the beginning of the workflow on a task. `session` claims the task, or if it is nil, a new session from
  /// `makeSession`. The request is refused if another session works on the task, unless `takesOver`.
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
    let mayContinue = workflow.mayContinue(from: subject.status, workspace.profile)
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
      } else if mayContinue {
        request.faults.append(.claimed(number, words.value(subject.status), claim))
      }
    }
    let phase: ResumePoint.Stage?
    switch resumePoint(subject) {
    case .success(let found):
      phase = found?.phase
      if let found, found.phase == nil, mayContinue {
        if found.mayBeCompleted {
          warnings.append("no phase of the plan of task \(number) is open: finish the task")
        } else {
          request.faults.append(.nothingToResume(subject, found, workspace.profile))
        }
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

  /// Whether the recorded session is working on the task: a workflow is in progress. Otherwise the record is history.
  private func isClaimed(_ subject: TaskSubject) -> Bool {
    Workflow.isActive(subject.status)
  }

  /// Where an implementation begins or continues; nil for other workflows, and for a task without a plan.
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
