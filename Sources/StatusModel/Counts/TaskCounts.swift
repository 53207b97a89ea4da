import StatusText

/// How many tasks a file has, by status and by priority.
package struct TaskCounts: Sendable {
  /// A number of tasks, as far as it is certain.
  package struct Count: Sendable {
    /// The number.
    package let value: Int
    /// How many more there may be: tasks whose status cannot be read.
    package var uncertain = 0
    /// Another number that the same word is used for.
    package var other: Int?

    /// Whether the number is the only one that it can be.
    package var isCertain: Bool { uncertain == 0 && (other ?? value) == value }

    /// Whether `claim` can be meant as this count.
    package func allows(_ claim: Int) -> Bool {
      value <= claim && claim <= value + uncertain
        || other.map { $0 <= claim && claim <= $0 + uncertain } ?? false
    }
  }

  /// The tasks with a priority: all of them, and those that have not ended.
  private struct Prioritized {
    var all = 0
    var open = 0
  }

  private var all = 0
  private var ended = 0
  private var completed = 0
  private var abandoned = 0
  private var inProgress = 0
  private var active = 0
  private var notStarted = 0
  private var blocked = 0
  private var unreadable = 0
  /// Tasks that a list of the file has besides its entries.
  private var closed = 0
  private var vaults: Int?
  /// By the first word of the priority, in lower case; nil for a file that has no priorities.
  private var priorities: [[UInt8]: Prioritized]?

  /// Counts the tasks of `list`.
  package init(_ list: TaskList, _ vocabulary: StatusVocabulary) {
    var priorities: [[UInt8]: Prioritized] = [:]
    for task in list.tasks {
      all += 1
      let status = task.marker?.status
      count(status, vocabulary)
      guard let priority = task.field(.priority) else { continue }
      let word = Self.priority(priority.valueRange, list.source.bytes)
      priorities[word, default: Prioritized()].all += 1
      if status.map(vocabulary.isTerminal) != true { priorities[word]?.open += 1 }
    }
    self.priorities = priorities
  }

  /// Counts the entries of `registry`.
  package init(_ registry: StateFile, _ vocabulary: StatusVocabulary) {
    for entry in registry.entries {
      all += 1
      count(entry.certainStatus, vocabulary)
    }
    closed = registry.closed.count
    vaults = registry.vaults
  }

  /// Counts one of the tasks under another status.
  package mutating func move(from old: Status?, to new: Status, _ vocabulary: StatusVocabulary) {
    count(old, vocabulary, by: -1)
    count(new, vocabulary)
  }

  private mutating func count(_ status: Status?, _ vocabulary: StatusVocabulary, by one: Int = 1) {
    guard let status else {
      unreadable += one
      return
    }
    let kind = vocabulary.kind(status)
    if status == .completed { completed += one }
    if status == .abandoned { abandoned += one }
    if status == .inProgress { inProgress += one }
    if status == .blocked { blocked += one }
    if kind == .active { active += one }
    if kind == .initial { notStarted += one }
    if kind == .terminal { ended += one }
  }

  /// The first word of a priority, in lower case: `High`, `**High**`, a glyph before it.
  private static func priority(_ range: ByteRange, _ bytes: [UInt8]) -> [UInt8] {
    let value = bytes[range.indices].drop { !ASCII.isLetter($0) }
    return value.prefix { ASCII.isLetter($0) }.map { ASCII.lowercased($0) }
  }

  /// The number that `claim` should be; nil if the file does not tell. Active is what has not ended, or for some all that
  /// is listed; in progress is that status, or every active one; a priority outside the overview may leave out what has
  /// ended.
  package func count(of claim: TaskCountClaim) -> Count? {
    switch claim.counted {
    case .all: Count(value: all, other: claim.isInOverview ? nil : all + closed)
    case .active: Count(value: all - ended - unreadable, uncertain: unreadable, other: all)
    case .inProgress: Count(value: inProgress, uncertain: unreadable, other: active)
    case .notStarted: Count(value: notStarted, uncertain: unreadable)
    case .blocked: Count(value: blocked, uncertain: unreadable)
    case .completed: Count(value: completed, uncertain: unreadable)
    case .abandoned: Count(value: abandoned, uncertain: unreadable)
    case .critical: prioritized("critical", claim)
    case .high: prioritized("high", claim)
    case .medium: prioritized("medium", claim)
    case .low: prioritized("low", claim)
    case .vaults: vaults.map { Count(value: $0) }
    }
  }

  private func prioritized(_ word: String, _ claim: TaskCountClaim) -> Count? {
    guard let priorities else { return nil }
    let tasks = priorities[Array(word.utf8)] ?? Prioritized()
    return Count(value: tasks.all, other: claim.isInOverview ? nil : tasks.open)
  }
}
