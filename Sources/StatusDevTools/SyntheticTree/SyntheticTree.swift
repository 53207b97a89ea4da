/// A specs tree of any size that looks like a real one and has no fault: all files agree on every task, and all
/// standard statuses occur. The same arguments give the same bytes, on every machine.
package struct SyntheticTree: Sendable {
  /// The dialect that it is written in.
  package let profile: SyntheticProfile
  let seed: UInt64
  /// Whether plans hold hardly more than their phases.
  let hasBriefPlans: Bool
  /// The tasks at hand, by ascending number.
  let tasks: [SyntheticTask]
  /// The archived ones; their numbers come before those of the tasks at hand.
  let archivedTasks: [SyntheticTask]
  private let dependents: [Int: [Int]]

  /// A tree of so many tasks at hand and so many archived ones; with `briefPlans`, plans hold hardly more than their
  /// phases.
  package init(
    taskCount: Int, archivedCount: Int = 0, profile: SyntheticProfile = .opencode, briefPlans: Bool = false,
    seed: UInt64 = 1
  ) {
    self.profile = profile
    self.seed = seed
    hasBriefPlans = briefPlans
    var all: [SyntheticTask] = []
    let count = archivedCount + taskCount
    all.reserveCapacity(count)
    for number in stride(from: 1, through: count, by: 1) {
      let isArchived = number <= archivedCount
      let task = SyntheticTask(
        number: number, ordinal: number - archivedCount - 1, isArchived: isArchived, profile: profile,
        seed: seed, created: Self.creation(of: number, among: count),
        dependency: { Self.dependency(among: all, mustBeFinished: $0 || isArchived, with: &$1) })
      all.append(task)
    }
    archivedTasks = Array(all.prefix(archivedCount))
    tasks = Array(all.dropFirst(archivedCount))
    var dependents: [Int: [Int]] = [:]
    for task in tasks {
      for other in task.dependencies { dependents[other, default: []].append(task.number) }
    }
    self.dependents = dependents
  }

  /// Tasks are created one after another within some ten months.
  private static func creation(of number: Int, among count: Int) -> SyntheticTime {
    .beginning.later(minutes: number * (290 * 24 * 60) / max(1, count), seconds: number % 60)
  }

  /// A task that a later one may depend on; nil if a few tries find none.
  private static func dependency(
    among tasks: [SyntheticTask], mustBeFinished: Bool, with random: inout SyntheticRandom
  ) -> Int? {
    guard !tasks.isEmpty else { return nil }
    for _ in 0..<6 {
      // Mostly a recent one.
      let first = random.chance(80) ? max(0, tasks.count - 40) : 0
      let candidate = tasks[random.number(in: first..<tasks.count)]
      if candidate.status.isTerminal || !mustBeFinished { return candidate.number }
    }
    return nil
  }

  /// The number that the next task would get.
  var nextNumber: Int { archivedTasks.count + tasks.count + 1 }

  /// The newest moment in the tree.
  var lastUpdated: SyntheticTime {
    let newest = tasks.reduce(SyntheticTime.beginning) { max($0, $1.history.lastUpdated) }
    return archivedTasks.reduce(newest) { max($0, $1.history.lastUpdated) }
  }

  /// The numbers of the tasks that depend on task `number`, ascending.
  func dependents(of number: Int) -> [Int] { dependents[number] ?? [] }

  /// Whether there are archived tasks.
  package var hasArchive: Bool { !archivedTasks.isEmpty }

  /// How many tasks have files of their own, for `files(ofTask:)`.
  package var projectCount: Int { archivedTasks.count + tasks.count }

  /// The files that tell of all tasks, by their paths from the repository root.
  package func sharedFiles() -> [SyntheticFile] {
    let registry = SyntheticRegistry(tree: self)
    var files = [
      SyntheticFile(path: "specs/TODO.md", page: SyntheticTodo(tree: self).page),
      SyntheticFile(path: "specs/state.json", page: registry.page),
    ]
    if !archivedTasks.isEmpty {
      files.append(SyntheticFile(path: "specs/archive/state.json", page: registry.archivePage))
    }
    return files
  }

  /// The files of one task, counted from 0, archived ones first; none for a task that has no directory yet.
  package func files(ofTask index: Int) -> [SyntheticFile] {
    let task = index < archivedTasks.count ? archivedTasks[index] : tasks[index - archivedTasks.count]
    guard task.hasDirectory else { return [] }
    var files: [SyntheticFile] = []
    func add(_ path: String, _ page: SyntheticPage) {
      files.append(SyntheticFile(path: "\(task.directory)/\(path)", page: page))
    }
    if profile == .opencode { add("state.json", SyntheticProjectState(task: task).page) }
    let report = SyntheticReport(task: task, seed: seed)
    if let path = task.report(profile) { add(path, report.page) }
    for (index, path) in task.plans(profile).enumerated() {
      add(
        path,
        SyntheticPlan(
          task: task, profile: profile, isBrief: hasBriefPlans, seed: seed, version: index + 1
        ).page)
    }
    if let path = task.summary(profile) { add(path, report.summaryPage) }
    return files
  }

  /// Calls `body` with every file of the tree, one at a time.
  package func forEachFile(_ body: (SyntheticFile) throws -> Void) rethrows {
    for file in sharedFiles() { try body(file) }
    for index in 0..<projectCount {
      for file in files(ofTask: index) { try body(file) }
    }
  }
}
