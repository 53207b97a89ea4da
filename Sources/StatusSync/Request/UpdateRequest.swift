import StatusModel

/// A requested change of one or several tasks. Nothing in it is checked yet.
package struct UpdateRequest: Sendable {
  /// The tasks.
  package var tasks: TaskSelection
  /// The name of the status, as given: `completed`; nil if the status does not change.
  package var status: String?
  /// When it happened, as given; nil for the current time.
  package var timestamp: String?
  /// Why the task is blocked or abandoned.
  package var reason: String?
  /// New statuses of phases, in order.
  package var phases: [PhaseStep] = []
  /// The artifacts of the task.
  package var artifacts: [ArtifactClaim] = []
  /// The path of the new current plan, as given.
  package var plan: String?
  /// Metadata of the plan; missing values are read from the plan.
  package var planMetadata: PlanMetadata?
  /// The version of `plan`; nil for the first version.
  package var planVersion: Int?
  /// The reason for the new version.
  package var revisionReason: String?
  /// The default reason for a further version; nil if a reason is required.
  package var usualRevisionReason: String?
  /// The session to record in the entry of the task.
  package var session: String?
  /// The number of agents between the caller and the user.
  package var delegationDepth: Int?
  /// The reason for an illegal transition.
  package var overrideReason: String?
  /// The summary for the entry of a completed task.
  package var completionSummary: String?
  /// The command that makes it.
  package enum Origin: Sendable {
    case update, begin, finish
  }

  /// The command that makes the request. Errors suggest only what this command can do.
  package var origin = Origin.update
  /// The previous session, which `session` replaces.
  var replaced: SessionClaim?

  /// Whether `phases` are outcomes of a workflow, which may include the steps to in progress, and not single steps.
  var reportsOutcomes: Bool { origin == .finish }

  /// Warnings for the user, whether or not the request succeeds.
  package var warnings: [SyncMessage] = []
  /// Errors that were found before planning. The request is refused, together with all other errors.
  package var faults: [SyncError] = []

  /// An update of `tasks`.
  package init(_ tasks: TaskSelection) { self.tasks = tasks }

  /// Whether it contains a change that is possible only for a single task.
  package var isAboutOneTask: Bool {
    !phases.isEmpty || !artifacts.isEmpty || plan != nil || planMetadata != nil || planVersion != nil
  }

  /// The options that ask for something that only tasks have.
  package var optionsOfTasks: [String] {
    let asked: [(String, Bool)] = [
      ("--reason", reason != nil), ("--phase", !phases.isEmpty),
      ("--artifact", !artifacts.isEmpty), ("--plan", plan != nil), ("--plan-metadata", planMetadata != nil),
      ("--plan-version", planVersion != nil), ("--revision-reason", revisionReason != nil),
    ]
    return asked.filter(\.1).map(\.0)
  }

  /// The moment that `text` names, as a full timestamp that is not after `now`, in seconds since 1970.
  package static func moment(_ text: String, now: Int) -> Result<Timestamp, SyncError> {
    guard let now = Timestamp(secondsSince1970: now) else {
      return .failure(.malformedTimestamp(text, full: true))
    }
    return SyncMoment(now: now, event: now).instant(text)
  }

  /// Whether it names a new current plan.
  var namesPlan: Bool { plan != nil || artifacts.contains { $0.kind == .plan } }

  /// Whether it requests no change.
  package var isEmpty: Bool { asksForNoChange && session == nil }

  /// Whether the task and its plan stay unchanged, except for the session.
  var asksForNoChange: Bool {
    status == nil && phases.isEmpty && artifacts.isEmpty && plan == nil && planMetadata == nil
      && planVersion == nil && replaced == nil
  }
}
