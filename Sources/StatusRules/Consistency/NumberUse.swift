import StatusDiagnostics
import StatusModel
import StatusText

/// Which task numbers a tree uses, for judging the number that it means to give next.
struct NumberUse {
  /// A counter: `next_project_number` of one file.
  struct Counter {
    /// The file's path from the repository root.
    let source: SourceText
    /// The number.
    let value: Int
    /// Its digits.
    let range: ByteRange
    /// Which kind of file it is.
    let authority: Profile.Authority
  }

  /// Numbers restart at round figures: a jump of this size is not a mistake of a counter.
  private static let leap = 100

  /// The counters of TODO.md and state.json, the more trusted first.
  let counters: [Counter]
  private let workspace: Workspace
  /// The highest recorded number, in use or not; 0 if there is none.
  private let highest: Int

  init(_ workspace: Workspace) {
    self.workspace = workspace
    let written = workspace.taskList?.frontMatterNumber("next_project_number").map { ($0.value, $0.range) }
    counters = workspace.profile.authority.compactMap { authority in
      switch authority {
      case .taskList:
        guard let list = workspace.taskList, let (value, range) = written else { return nil }
        return Counter(source: list.source, value: value, range: range, authority: authority)
      case .registry:
        guard let registry = workspace.registry, let (value, range) = registry.nextNumber else { return nil }
        return Counter(source: registry.source, value: value, range: range, authority: authority)
      }
    }
    let active = workspace.tasks.map(\.number).max() ?? 0
    let closed = workspace.registry?.closed.map(\.number).max() ?? 0
    highest = max(active, closed, workspace.archive.numbers.max() ?? 0)
  }

  /// Whether a task of TODO.md or active_projects has that number. Archived ones do not count: their numbers are
  /// given again once the numbers have wrapped around.
  func isInUse(_ number: Int) -> Bool { workspace.task(number) != nil }

  /// The highest recorded number, if it is not below `next` and numbering has not restarted.
  func highestAbove(_ next: Int) -> Int? {
    guard highest >= next, !hasVault else { return nil }
    if highest < next + Self.leap { return highest }
    var isCountedUp = workspace.tasks.isEmpty
    for task in workspace.tasks {
      if task.number < next { isCountedUp = true }
      // Tasks right above it, and it will run into them.
      if task.number >= next, task.number < next + Self.leap { return highest }
    }
    // Old tasks far above and new ones below it: the numbers have begun again.
    return isCountedUp ? nil : highest
  }

  /// The number that a counter at `next`, which is in use, should have: the first above all others; nil when the
  /// numbers may have begun again.
  func corrected(_ next: Int) -> Int? {
    hasVault || highest >= next + Self.leap || highest == .max ? nil : highest + 1
  }

  private var hasVault: Bool { workspace.archive.hasVault || workspace.registry?.recordsVault == true }

  /// Where a task has that number, the file that is trusted more first.
  func uses(of number: Int) -> [RelatedLocation] {
    guard let task = workspace.task(number) else { return [] }
    return workspace.profile.authority.compactMap { authority in
      switch authority {
      case .taskList:
        guard let entry = task.entry, let list = workspace.taskList else { return nil }
        let title = list.source.text(entry.title)
        return RelatedLocation(
          Location(path: list.path, range: entry.numberRange), "task \(number) is \"\(title.prefix(120))\"")
      case .registry:
        guard let entry = task.state, let registry = workspace.registry else { return nil }
        return RelatedLocation(
          Location(path: registry.path, range: entry.numberRange),
          "task \(number) is \"\((entry.name ?? "").prefix(120))\"")
      }
    }
  }
}
