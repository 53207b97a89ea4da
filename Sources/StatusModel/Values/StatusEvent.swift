/// Something that happened to a task or phase and that leaves a date: Started, Completed, …
package enum StatusEvent: String, Sendable, CaseIterable {
  case started, researched, planned, revised, blocked, abandoned, completed

  /// The field of Markdown files that holds its date.
  package var field: FieldName {
    switch self {
    case .started: .started
    case .researched: .researched
    case .planned: .planned
    case .revised: .revised
    case .blocked: .blocked
    case .abandoned: .abandoned
    case .completed: .completed
    }
  }

  /// The event whose date a field holds.
  package init?(field: FieldName?) {
    guard let event = Self.allCases.first(where: { $0.field == field }) else { return nil }
    self = event
  }

  /// The event as people write it: `Completed`.
  package var title: String {
    switch self {
    case .started: "Started"
    case .researched: "Researched"
    case .planned: "Planned"
    case .revised: "Revised"
    case .blocked: "Blocked"
    case .abandoned: "Abandoned"
    case .completed: "Completed"
    }
  }

  /// The event that a status reports, where its name is one: a researched task was researched.
  package init?(status: Status) {
    switch status {
    case .researched: self = .researched
    case .planned: self = .planned
    case .revised: self = .revised
    case .blocked: self = .blocked
    case .abandoned: self = .abandoned
    case .completed: self = .completed
    default: return nil
    }
  }
}
