import StatusModel

/// The work of an agent on a task, from the active status to the resulting status.
package enum Workflow: String, Sendable, CaseIterable {
  case research, plan, revise, implement

  /// The status of a task while the workflow is in progress.
  package var active: Status {
    switch self {
    case .research: .researching
    case .plan: .planning
    case .revise: .revising
    case .implement: .implementing
    }
  }

  /// The status of a task after the workflow has succeeded.
  package var done: Status {
    switch self {
    case .research: .researched
    case .plan: .planned
    case .revise: .revised
    case .implement: .completed
    }
  }

  /// The noun for messages: "implementation of task 12".
  package var noun: String {
    switch self {
    case .research: "research"
    case .plan: "planning"
    case .revise: "revision"
    case .implement: "implementation"
    }
  }

  /// Whether a task with `status` is being worked on by some workflow.
  static func isActive(_ status: Status) -> Bool { allCases.contains { $0.active == status } }

  /// Whether it is in progress or may begin on a task with `status`.
  package func mayContinue(from status: Status, _ profile: Profile) -> Bool {
    status == active || profile.taskTransitions.allows(status, to: active)
  }

  /// Whether it writes a plan.
  package var writesPlan: Bool { self == .plan || self == .revise }
}
