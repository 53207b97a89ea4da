import StatusText

/// What one file says about the status of a task or a phase, as far as it has to fit what the file said before. A class,
/// since many revisions say the same.
package final class ItemClaim: Sendable {
  /// What is claimed to have a status.
  package enum Item: Hashable, Comparable, Sendable {
    /// A task, by its number.
    case task(Int)
    /// A phase of the plan that the file is, by its number as written.
    case phase(String)

    /// The number of a task; nil for a phase.
    package var task: Int? { if case .task(let number) = self { number } else { nil } }
    /// The number of a phase as written; empty for a task.
    package var label: String { if case .phase(let label) = self { label } else { "" } }

    /// Tasks come before phases.
    package static func < (left: Item, right: Item) -> Bool {
      switch (left, right) {
      case (.task(let first), .task(let second)): first < second
      case (.phase(let first), .phase(let second)): first < second
      case (.task, .phase): true
      case (.phase, .task): false
      }
    }
  }

  /// The words of its title or name, which tell it from another one with the same number.
  package let title: TitleWords
  /// The status, where it is certain.
  package let status: Status?
  /// Where the status is; where there is none, the number.
  package let place: ByteRange
  /// When it was started, if the file says so.
  package let started: FoundTimestamp?
  /// The path of the plan that it names, as written; of several the latest version.
  package let plan: String?

  private init(
    _ title: TitleWords, _ status: Status?, at place: ByteRange, started: FoundTimestamp?, plan: String?
  ) {
    self.title = title
    self.status = status
    self.place = place
    self.started = started
    self.plan = plan
  }

  private convenience init(
    _ title: String, _ status: Status?, at place: ByteRange, _ timestamps: [TimestampClaim],
    _ links: [WrittenLink] = []
  ) {
    let started = timestamps.first { $0.event == .started }?.reading.found
    let plans = links.lazy.filter(\.namesPlan).map(\.path)
    let plan = plans.max { (PlanFileName(path: $0).version ?? 0) < (PlanFileName(path: $1).version ?? 0) }
    self.init(TitleWords(title), status, at: place, started: started, plan: plan)
  }

  /// Whether it says the same as `other`, with the same title.
  package func isSame(as other: ItemClaim) -> Bool {
    self === other || title == other.title && !differs(from: other)
  }

  /// The same with the status of `other`, for a file whose own cannot be understood.
  package func withStatus(of other: ItemClaim) -> ItemClaim {
    ItemClaim(title, other.status, at: place, started: started, plan: plan)
  }

  /// Whether the work has begun anew in `later`, so that it has another start: it had ended, or is not begun then.
  /// Whether that was legal is another question.
  package func isBegunAnew(in later: ItemClaim, _ vocabulary: StatusVocabulary) -> Bool {
    let hadEnded = status.map(vocabulary.isTerminal) ?? false
    let hasEnded = later.status.map(vocabulary.isTerminal) ?? true
    return hadEnded && !hasEnded || later.status.map { vocabulary.kind($0) == .initial } ?? false
  }

  fileprivate convenience init(_ entry: TaskEntry, in source: SourceText) {
    // Of two claims in one entry, neither is certain.
    let status = entry.isContradictory ? nil : entry.marker?.status
    self.init(
      source.text(entry.title), status, at: entry.marker?.range ?? entry.numberRange, entry.timestamps,
      entry.links)
  }

  fileprivate convenience init(_ entry: StateEntry) {
    self.init(
      entry.name ?? "", entry.certainStatus, at: entry.status?.range ?? entry.numberRange, entry.timestamps,
      entry.links)
  }

  fileprivate convenience init(_ task: ClosedTask) {
    self.init(task.name ?? "", task.status, at: task.statusRange ?? task.range, task.timestamps)
  }

  fileprivate convenience init(_ phase: Phase, in source: SourceText) {
    let status = phase.isContradictory ? nil : phase.status
    self.init(
      phase.title(in: source), status, at: phase.marker?.range ?? phase.numberRange, phase.timestamps)
  }
}

extension TrackedFile {
  /// What the file says about each task or phase; of one that it has twice, the first. A registry's open tasks are
  /// claimed before its closed ones.
  package var itemClaims: ItemClaims {
    switch content {
    case .taskList(let list):
      ItemClaims(firstOf: list.tasks.map { (.task($0.number), ItemClaim($0, in: source)) })
    case .registry(let registry):
      ItemClaims(
        firstOf: registry.entries.compactMap { entry in
          entry.number.map { (.task($0), ItemClaim(entry)) }
        } + registry.closed.map { (.task($0.number), ItemClaim($0)) })
    case .plan(let plan):
      ItemClaims(firstOf: plan.phases.map { (.phase($0.number.label), ItemClaim($0, in: source)) })
    case .projectState, .none: ItemClaims()
    }
  }
}
