import StatusModel
import StatusText

/// From a request and a workspace to the bytes of every file, or to all the reasons why not.
package struct UpdatePlanner: Sendable {
  /// The highest allowed depth of delegation.
  package static let deepestDelegation = 4

  private let workspace: Workspace
  private let facts: [String: ArtifactFact]

  /// A planner for a tree. `facts` describe the file at the path of each artifact, and of the plan, in a request.
  package init(_ workspace: Workspace, facts: [String: ArtifactFact]) {
    self.workspace = workspace
    self.facts = facts
  }

  /// The update for `request`, or all errors.
  package func plan(_ request: UpdateRequest) -> Result<PlannedUpdate, SyncErrors> {
    var errors = Self.faults(of: request)
    var warnings = request.warnings
    let moment: SyncMoment
    switch SyncMoment.read(request.timestamp, now: workspace.now) {
    case .success(let read): moment = read
    case .failure(let error):
      errors.append(error)
      moment = SyncMoment(now: workspace.now, event: workspace.now)
    }
    let locator: TaskLocator
    switch TaskLocator.open(workspace) {
    case .success(let opened): locator = opened
    case .failure(let faults): return .failure(SyncErrors(errors + faults.errors))
    }
    let found = locator.subjects(request.tasks)
    errors += found.errors
    if let fault = ClockCheck(workspace: workspace, locator: locator).fault(found.subjects) {
      errors.append(fault)
    }
    if !found.absent.isEmpty { warnings.append(Self.absent(found.absent)) }
    let general = warnings
    let list = TaskListEditor(locator.list, workspace, moment)
    let registry = RegistryEditor(locator.registry, workspace, moment)
    let decisions = found.subjects.map { subject in
      var judge = TaskJudge(workspace, request, moment, facts, registry)
      let decision = judge.judge(subject)
      errors += judge.errors
      warnings += judge.warnings
      return decision
    }
    guard errors.isEmpty else { return .failure(SyncErrors(errors, warnings: general)) }
    var editor = TreeEditor(workspace, moment, request, list, registry)
    for decision in decisions { editor.make(decision) }
    let files = editor.finish(decisions)
    guard editor.errors.isEmpty else { return .failure(SyncErrors(editor.errors)) }
    warnings +=
      DependencyCheck(workspace, after: decisions).warnings
      + SharedPlanCheck(workspace, after: decisions).warnings
    return .success(
      PlannedUpdate(
        files: files, moves: decisions.map(move), artifacts: decisions.flatMap(artifacts),
        warnings: warnings + decisions.flatMap(remarks), isClean: warnings.isEmpty))
  }

  /// The errors of a request that do not depend on the tree.
  private static func faults(of request: UpdateRequest) -> [SyncError] {
    var errors = request.faults
    if request.isEmpty, errors.isEmpty { errors.append(.nothingAsked) }
    if request.planVersion != nil || request.revisionReason != nil, !request.namesPlan {
      errors.append(.versionWithoutPlan(for: request.origin))
    }
    if request.isAboutOneTask, request.tasks.items.count > 1 { errors.append(.severalTasks) }
    if let depth = request.delegationDepth, depth >= deepestDelegation {
      errors.append(.delegationDepth(depth, deepestDelegation))
    }
    if let reason = request.overrideReason, !ReasonText.saysSomething(reason) {
      errors.append(.emptyReason(reason))
    }
    return errors
  }

  private static func absent(_ numbers: [Int]) -> SyncMessage {
    let list = numbers.map(String.init).listed
    return "\(Counted(numbers.count, "task").noun) \(list) not found"
  }

  private func move(_ decision: TaskDecision) -> PlannedUpdate.Move {
    let words = workspace.profile.vocabulary
    let phases = decision.phases.filter { $0.old != $0.new }.map { change in
      PlannedUpdate.Move.Phase(
        number: decision.planFile?.phases[change.phase].number.label ?? "",
        old: change.old.map { words.value($0) }, new: words.value(change.new))
    }
    return PlannedUpdate.Move(
      task: decision.subject.number, old: words.value(decision.step.old), new: words.value(decision.step.new),
      plan: decision.planFile?.path, phases: phases)
  }

  private func artifacts(_ decision: TaskDecision) -> [ArtifactClaim] {
    decision.artifacts.map { ArtifactClaim(type: $0.claim.type, path: $0.path, summary: $0.claim.summary) }
  }

  /// Text after a status is kept when the status changes; a warning names it, because it may no longer be true.
  private func remarks(_ decision: TaskDecision) -> [SyncMessage] {
    guard decision.step.moves, let source = workspace.taskList?.source,
      let marker = decision.subject.entry.marker,
      let field = decision.subject.entry.fields.first(where: { $0.valueRange.contains(marker.range) })
    else { return [] }
    let rest = source.text(ByteRange(marker.range.upper, max(marker.range.upper, field.valueRange.upper)))
    guard rest.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
    return [
      "text after the status of task \(decision.subject.number) in \(path: source.path) was kept:\(rest)"
    ]
  }
}
