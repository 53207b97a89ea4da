import StatusText

/// The names of fields that mean something to us, in tasks, plans and phases.
package enum FieldName: String, Sendable, CaseIterable {
  case status, effort, priority, language, type
  case taskType = "task type"
  case started, researched, planned, revised, completed, blocked, abandoned
  case created
  case lastUpdated = "last updated"
  case blockingReason = "blocking reason"
  case abandonmentReason = "abandonment reason"
  case reason, blocker, blockers
  case blockedBy = "blocked by"
  case blockedOn = "blocked on"
  case blocking, dependencies
  case dependsOn = "depends on"
  case task, plan, research
  case taskNumber = "task number"
  case project
  case goal, tasks, timing
  case totalTasks = "total tasks"
  case inProgress = "in progress"
  case notStarted = "not started"
  case criticalPriority = "critical priority"
  case highPriority = "high priority"
  case mediumPriority = "medium priority"
  case lowPriority = "low priority"

  /// The name of a field in a file, regardless of case.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.longest, bytes.count >= Self.shortest else { return nil }
    // One bucket for each length keeps the comparison to a handful of names.
    for name in Self.byLength[bytes.count] where Self.matches(name.bytes, bytes) {
      self = name.field
      return
    }
    return nil
  }

  /// The name as the standard writes it: `Blocking Reason`.
  package var title: String {
    rawValue.split(separator: " ").map { word in
      word == "by" || word == "on" ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  /// Whether a field of that name says what a task is and how far it is; Goal and Tasks head prose as well.
  var describesTask: Bool {
    switch self {
    case .goal, .tasks, .timing, .task, .taskNumber, .project, .reason, .totalTasks, .inProgress, .notStarted,
      .criticalPriority, .highPriority, .mediumPriority, .lowPriority, .lastUpdated:
      false
    default: true
    }
  }

  private static let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
  private static let shortest = allCases.map(\.rawValue.utf8.count).min() ?? 0
  private static let byLength: [[(field: FieldName, bytes: [UInt8])]] = {
    var buckets = [[(field: FieldName, bytes: [UInt8])]](repeating: [], count: longest + 1)
    for field in allCases { buckets[field.rawValue.utf8.count].append((field, Array(field.rawValue.utf8))) }
    return buckets
  }()

  private static func matches(_ name: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<name.count where name[index] != ASCII.lowercased(bytes[index]) { return false }
    return true
  }
}
