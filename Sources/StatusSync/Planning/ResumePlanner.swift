import StatusModel
import StatusText

/// Determines where the implementation of a task continues, or why it cannot.
package struct ResumePlanner: Sendable {
  /// The answer.
  package struct Answer: Sendable {
    /// The status of the task, as state files spell it; nil if the files disagree.
    package let status: String?
    /// The plan, from the repository root; nil if there is no readable plan.
    package let plan: String?
    /// Where the implementation continues; nil without a plan.
    package let point: ResumePoint?
    /// The session that works on the task, if any.
    package let claim: SessionClaim?
    /// Why the implementation cannot continue; empty if it can.
    package let errors: [SyncError]
  }

  private let workspace: Workspace

  /// A planner for a tree.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// The answer for one task.
  package func answer(_ number: Int) -> Answer {
    let locator: TaskLocator
    switch TaskLocator.open(workspace) {
    case .success(let opened): locator = opened
    case .failure(let errors):
      return Answer(status: nil, plan: nil, point: nil, claim: nil, errors: errors.errors)
    }
    guard let task = workspace.task(number) else {
      return Answer(status: nil, plan: nil, point: nil, claim: nil, errors: [locator.absence(of: number)])
    }
    switch locator.subject(task) {
    case .success(let subject): return answer(subject)
    case .failure(let errors):
      return Answer(status: nil, plan: nil, point: nil, claim: nil, errors: errors.errors)
    }
  }

  private func answer(_ subject: TaskSubject) -> Answer {
    let profile = workspace.profile
    let words = profile.vocabulary
    var errors: [SyncError] = []
    var path: String?
    var point: ResumePoint?
    switch PlanReader(workspace: workspace).current(of: subject) {
    case nil: errors.append(.noPlan(subject.number))
    case .failure(let error): errors.append(error)
    case .success(let plan):
      path = plan.path
      errors += PhaseOrder.faults(of: plan, profile)
      let found = ResumePoint(plan, profile)
      point = found
      if let found, found.mayBeCompleted, Workflow.implement.mayContinue(from: subject.status, profile) {
        errors.append(.nothingToResume(subject, found, profile))
      }
    }
    errors += obstacles(to: subject)
    return Answer(
      status: words.value(subject.status), plan: path, point: point,
      claim: subject.status == Workflow.implement.active ? SessionClaim(on: subject, in: workspace) : nil,
      errors: SyncErrors(errors).errors)
  }

  /// Why `begin` would refuse the session that works on the task, or any session if there is none.
  private func obstacles(to subject: TaskSubject) -> [SyncError] {
    let beginning = WorkflowPlanner(.implement, workspace).begin(
      subject.number, session: SessionClaim(on: subject, in: workspace)?.session
    ) { "" }
    switch beginning {
    case .failure(let errors): return errors.errors
    case .success(let beginning):
      guard let request = beginning.request,
        case .failure(let errors) = UpdatePlanner(workspace, facts: [:]).plan(request)
      else { return [] }
      return errors.errors
    }
  }
}
