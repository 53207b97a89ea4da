import StatusModel

/// Warns about tasks that an update leaves under way although a task that they depend on has not ended: `check` reports
/// them.
struct DependencyCheck {
  private let workspace: Workspace
  private let decisions: [TaskDecision]
  private let listed: [Int: TaskEntry]
  private let registered: [Int: StateEntry]

  /// The check of the tree as it is after `decisions`.
  init(_ workspace: Workspace, after decisions: [TaskDecision]) {
    self.workspace = workspace
    self.decisions = decisions
    let entries = (workspace.taskList?.tasks ?? []).map { ($0.number, $0) }
    let states = (workspace.registry?.entries ?? []).compactMap { state in state.number.map { ($0, state) } }
    listed = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    registered = Dictionary(states, uniquingKeysWith: { first, _ in first })
  }

  /// The warnings about steps that are taken.
  var warnings: [SyncMessage] {
    decisions.lazy.filter(\.step.moves).flatMap { decision in
      let number = decision.subject.number
      let tooEarly = TaskDependencies.underWay.contains(decision.step.new) ? openDependencies(of: number) : []
      let reopened = decision.step.reopens(in: vocabulary) && isOpen(number) ? dependents(of: number) : []
      return (tooEarly.map { "task \(number) depends on task \($0), which has not ended" } as [SyncMessage])
        + reopened.map { "task \($0) is under way and depends on task \(number), which is open again" }
    }
  }

  private var vocabulary: StatusVocabulary { workspace.profile.vocabulary }

  private func openDependencies(of number: Int) -> [Int] { dependencies(of: number).filter(isOpen) }

  private func dependents(of number: Int) -> [Int] {
    Set(listed.keys).union(registered.keys).sorted().filter { other in
      let statuses = statuses(of: other)
      return !statuses.isEmpty && statuses.allSatisfy(TaskDependencies.underWay.contains)
        && dependencies(of: other).contains(number)
    }
  }

  /// The other tasks that the task depends on.
  private func dependencies(of number: Int) -> [Int] {
    let list = listed[number]?.dependencies ?? []
    var seen: Set<Int> = []
    return (list + (registered[number]?.dependencies ?? [])).map(\.number).filter {
      $0 != number && seen.insert($0).inserted
    }
  }

  private func isOpen(_ number: Int) -> Bool {
    let statuses = statuses(of: number)
    return !statuses.isEmpty && !statuses.contains(where: vocabulary.isTerminal)
  }

  /// What the files will say that a task is, as far as it is certain.
  private func statuses(of number: Int) -> [Status] {
    if let decision = decisions.first(where: { $0.subject.number == number }) { return [decision.step.new] }
    return [listed[number]?.marker?.status, registered[number]?.certainStatus].compactMap(\.self)
  }
}
