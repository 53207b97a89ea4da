import StatusModel

/// What an agent is sent to do with a task, from a status that says so to one that says that it is done.
package enum Workflow: String, Sendable, CaseIterable {
  case research, plan, revise, implement

  /// The status of a task while it is under way.
  package var active: Status {
    switch self {
    case .research: .researching
    case .plan: .planning
    case .revise: .revising
    case .implement: .implementing
    }
  }

  /// The status of a task when it has succeeded.
  package var done: Status {
    switch self {
    case .research: .researched
    case .plan: .planned
    case .revise: .revised
    case .implement: .completed
    }
  }

  /// Whether it writes a plan.
  package var writesPlan: Bool { self == .plan || self == .revise }
}
