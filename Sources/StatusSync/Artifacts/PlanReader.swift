import StatusModel
import StatusSyntax
import StatusText

/// Finds plans, and reads the metadata that state files record about them.
struct PlanReader {
  let workspace: Workspace

  /// The plan in the file at `path`, from the repository root; the error says why it is not a plan of the task.
  func plan(at path: String, of task: TrackedTask) -> Result<Plan, SyncError> {
    guard let file = workspace.file(at: path), file.kind == .plan, task.directories.contains(file.directory)
    else {
      return .failure(.foreignPlan(path, task.number))
    }
    return plan(file)
  }

  /// The current plan of a task; nil if there is none.
  func current(of subject: TaskSubject) -> Result<Plan, SyncError>? {
    if let index = subject.task.currentPlan {
      let file = workspace.files[index]
      if mayHaveFailed(file, of: subject) { return .failure(.unlinkedPlan(file.path, subject.number)) }
      return plan(file)
    }
    return subject.task.missingPlan.map { path in
      .failure(isThere(path, subject) ? .foreignPlan(path, subject.number) : .missingPlan(path))
    }
  }

  /// Whether a link of the task leads to a file, which then lies where plans are not read.
  private func isThere(_ path: String, _ subject: TaskSubject) -> Bool {
    workspace.links.contains { link in
      guard link.task == subject.number, link.text == path, case .file = link.target else { return false }
      return true
    }
  }

  /// Whether a plan may be left over from a failed workflow: the task has not passed planning, no file links the plan,
  /// and no phase has begun.
  private func mayHaveFailed(_ file: TrackedFile, of subject: TaskSubject) -> Bool {
    let unsettled: StatusSet = [.planning, .revising, .blocked]
    guard unsettled.contains(subject.status), let plan = file.plan,
      plan.phases.allSatisfy({ $0.status == nil || $0.status == .notStarted })
    else { return false }
    return !subject.links(file.path, in: workspace)
  }

  private func plan(_ file: TrackedFile) -> Result<Plan, SyncError> {
    if file.isUnreadable, let fault = TaskLocator.fault(file) {
      return .failure(fault)
    }
    if let fault = file.plan.flatMap(HiddenText.fault) { return .failure(fault) }
    guard let plan = file.plan else { return .failure(.malformedPlan(file.path)) }
    if let fault = PhaseOrder.malformation(of: plan) { return .failure(fault) }
    if plan.isContradictory { return .failure(.severalStatuses(ofPlan: plan.path)) }
    if let phase = plan.phases.first(where: \.isContradictory) {
      return .failure(.severalStatuses(ofPhase: phase.number.label, plan.path))
    }
    return .success(plan)
  }

  // MARK: Metadata

  /// The metadata in the plan: the number of phases, and hours and complexity if it has fields for them.
  static func metadata(of plan: Plan) -> PlanMetadata {
    PlanMetadata(
      phaseCount: plan.phaseCount, estimatedHours: plan.estimatedHours,
      complexity: plan.fields.first { plan.source.text($0.nameRange).lowercased() == "complexity" }.flatMap {
        complexity(plan.source.text($0.valueRange))
      })
  }

  /// The first word, in lower case; nil if there is none.
  private static func complexity(_ text: String) -> String? {
    let word = text.utf8.drop { !ASCII.isLetter($0) }.prefix { ASCII.isLetter($0) }.map {
      ASCII.lowercased($0)
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}
