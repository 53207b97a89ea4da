import StatusText

/// How many tasks of TODO.md there are, by status and by priority.
package struct TaskCounts: Sendable {
  /// A number of tasks, as far as it is certain.
  package struct Count: Sendable {
    /// The number.
    package let value: Int
    /// How many more there may be: tasks whose status cannot be read.
    package var uncertain = 0
    /// Another number that the same word is used for.
    package var other: Int?
    /// Which tasks are counted, as text that follows the word "tasks".
    package let what: String

    /// Whether the number is the only one that it can be.
    package var isCertain: Bool { uncertain == 0 && (other ?? value) == value }

    /// Whether `claim` can be meant as this count.
    package func allows(_ claim: Int) -> Bool {
      value <= claim && claim <= value + uncertain
        || other.map { $0 <= claim && claim <= $0 + uncertain } ?? false
    }
  }

  private var total = 0
  private var completed = 0
  private var open = 0
  private var inProgress = 0
  private var active = 0
  private var notStarted = 0
  private var unreadable = 0
  private var high = 0
  private var medium = 0
  private var low = 0

  /// Counts the tasks of `list`.
  package init(_ list: TaskList, _ vocabulary: StatusVocabulary) {
    for task in list.tasks {
      total += 1
      count(task.marker?.status, vocabulary)
      switch task.field(.priority).map({ Self.priority($0.valueRange, list.source.bytes) }) ?? [] {
      case Array("high".utf8): high += 1
      case Array("medium".utf8): medium += 1
      case Array("low".utf8): low += 1
      default: break
      }
    }
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
    if status == .inProgress { inProgress += one }
    if kind == .active { active += one }
    if kind == .initial { notStarted += one }
    if kind != .terminal { open += one }
  }

  /// The first word of a priority, in lower case: `High`, `**High**`, a glyph before it.
  private static func priority(_ range: ByteRange, _ bytes: [UInt8]) -> [UInt8] {
    let value = bytes[range.indices].drop { !ASCII.isLetter($0) }
    return value.prefix { ASCII.isLetter($0) }.map { ASCII.lowercased($0) }
  }

  /// What a number at the head of the file counts; nil for one that counts nothing we know.
  package func count(of claim: TaskCountClaim) -> Count? {
    switch claim.name {
    case .field(let name): count(of: name)
    case .key(let key): count(ofKey: key)
    }
  }

  /// What a field of the overview counts.
  package func count(of field: FieldName?) -> Count? {
    switch field {
    case .totalTasks: Count(value: total, what: "")
    case .completed: Count(value: completed, uncertain: unreadable, what: " marked as completed")
    case .highPriority: Count(value: high, what: " with Priority High")
    case .mediumPriority: Count(value: medium, what: " with Priority Medium")
    case .lowPriority: Count(value: low, what: " with Priority Low")
    default: nil
    }
  }

  /// What a key of task_counts counts. Active is what has not ended, or for some all that is listed; in progress is
  /// that status, or every active one.
  package func count(ofKey key: String) -> Count? {
    switch key {
    case "active": Count(value: open, uncertain: unreadable, other: total, what: " not yet finished")
    case "in_progress":
      Count(value: inProgress, uncertain: unreadable, other: active, what: " in progress")
    case "not_started": Count(value: notStarted, uncertain: unreadable, what: " not started")
    default: nil
    }
  }
}
