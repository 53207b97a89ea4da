import StatusModel
import StatusSync

/// An update of a task that may be what an edit was meant to do.
struct SuggestedUpdate: Sendable {
  /// Whether it is only the first of several steps.
  let isFirstStep: Bool
  private let task: Int
  private let status: String?
  private let phases: [PhaseStep]
  private let reason: String?

  private init(_ intent: EditIntent, _ words: StatusVocabulary, isFirstStep: Bool = false) {
    self.isFirstStep = isFirstStep
    task = intent.task
    status = intent.status.map { words.value($0) }
    phases = intent.phases.map { PhaseStep(number: $0.number, status: words.value($0.status)) }
    reason = intent.reason
  }

  /// The arguments of `statuslint`.
  var words: [String] {
    ["update", "\(task)"] + (status.map { ["--status", $0] } ?? [])
      + phases.flatMap { ["--phase", "\($0.number)=\($0.status)"] } + (reason.map { ["--reason", $0] } ?? [])
  }

  /// The update of a tree; nil if it is refused, or leaves a contradiction.
  func planned(in workspace: Workspace) -> PlannedUpdate? {
    if let reason, !ShellWord.isPlain(reason) { return nil }
    var request = UpdateRequest(TaskSelection(task))
    request.status = status
    request.phases = phases
    request.reason = reason
    guard case .success(let update) = UpdatePlanner(workspace, facts: [:]).plan(request), update.isClean
    else { return nil }
    return update
  }

  // MARK: Candidates

  /// The updates that come closest to an intent, the closest first.
  static func candidates(_ intent: EditIntent, in workspace: Workspace) -> [SuggestedUpdate] {
    guard let task = workspace.task(intent.task) else { return [] }
    let plan = workspace.currentPlan(of: task)
    var intents = [intent]
    if intent.status == nil {
      // A phase that begins or ends may begin or end the task.
      for status in [Status.completed, .implementing, .inProgress, .partial] {
        var whole = intent
        whole.status = status
        intents.append(whole)
      }
    } else if intent.status == .completed, intent.phases.isEmpty, let plan {
      var whole = intent
      whole.phases = lastPhase(of: plan, workspace.profile)
      if !whole.phases.isEmpty { intents.append(whole) }
    }
    let words = workspace.profile.vocabulary
    var candidates = intents.map { SuggestedUpdate($0, words) }
    if let old = task.entry?.marker?.status ?? task.state?.certainStatus, let new = intent.status,
      let step = firstStep(from: old, to: new, workspace.profile), step != new
    {
      candidates.append(
        SuggestedUpdate(EditIntent(task: intent.task, status: step), words, isFirstStep: true))
    }
    return candidates
  }

  /// The phase that ends with its task: the only one that remains, if it is in progress.
  private static func lastPhase(of plan: Plan, _ profile: Profile) -> [(number: String, status: Status)] {
    guard let open = Remaining(plan, profile)?.open, open.count == 1 else { return [] }
    let phase = plan.phases[open[0]]
    guard let status = phase.status, profile.vocabulary.kind(status) == .active else { return [] }
    return [(phase.number.label, .completed)]
  }

  /// The first of the fewest legal steps from one status to another; nil where none lead there.
  private static func firstStep(from old: Status, to new: Status, _ profile: Profile) -> Status? {
    var seen: StatusSet = [old]
    var paths = profile.taskTransitions.successors(of: old).map { (first: $0, last: $0) }
    while !paths.isEmpty {
      if let found = paths.first(where: { $0.last == new }) { return found.first }
      var longer: [(first: Status, last: Status)] = []
      for path in paths where seen.insert(path.last) && !profile.vocabulary.isTerminal(path.last) {
        longer += profile.taskTransitions.successors(of: path.last).map { (path.first, $0) }
      }
      paths = longer
    }
    return nil
  }
}
