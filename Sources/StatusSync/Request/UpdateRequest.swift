/// What is to become of one or several tasks, as somebody asked for it: nothing in it is checked yet.
package struct UpdateRequest: Sendable {
  /// The tasks.
  package var tasks: TaskSelection
  /// The status's name as it was given: `completed`; nil where the tasks' status stays.
  package var status: String?
  /// When it happened, as it was given; nil for the present.
  package var timestamp: String?
  /// Why the task is blocked or abandoned.
  package var reason: String?
  /// Phases of the plan that get another status, in order.
  package var phases: [PhaseStep] = []
  /// What the task has produced.
  package var artifacts: [ArtifactClaim] = []
  /// The path of the plan that is in force from now on, as it was given.
  package var plan: String?
  /// What is known of the plan; the plan itself is asked for what is not.
  package var planMetadata: PlanMetadata?
  /// The version that `plan` is; nil for the first one.
  package var planVersion: Int?
  /// Why there is another version.
  package var revisionReason: String?
  /// The same where nobody says and there is a version already; nil where somebody has to say.
  package var usualRevisionReason: String?
  /// The session to keep in the task's entry.
  package var session: String?
  /// How many agents stand between the caller and the user.
  package var delegationDepth: Int?
  /// Why a step that the profile does not know is taken all the same.
  package var overrideReason: String?
  /// What was done, for the entry of a task that is completed.
  package var completionSummary: String?
  /// The command that makes it.
  package enum Origin: Sendable {
    case update, begin, finish
  }

  /// The command that makes it: what its errors advise is what this command can do.
  package var origin = Origin.update
  /// The session that worked on the task and that `session` replaces.
  var replaced: SessionClaim?

  /// Whether `phases` are outcomes of a workflow, to which any legal way through in progress may lead, rather than single
  /// steps.
  var reportsOutcomes: Bool { origin == .finish }

  /// What a person should know of the request, whatever becomes of it.
  package var warnings: [SyncMessage] = []
  /// What is wrong with the request already: it is refused, with all that is wrong besides.
  package var faults: [SyncError] = []

  /// An update of `tasks`.
  package init(_ tasks: TaskSelection) { self.tasks = tasks }

  /// Whether it asks for something that only one task can have.
  package var isAboutOneTask: Bool {
    !phases.isEmpty || !artifacts.isEmpty || plan != nil || planMetadata != nil || planVersion != nil
  }

  /// Whether it names a plan that is to come into force.
  var namesPlan: Bool { plan != nil || artifacts.contains { $0.kind == .plan } }

  /// Whether it asks for nothing at all.
  package var isEmpty: Bool { asksForNoChange && session == nil }

  /// Whether the task and its plan stay what they are, whoever works on them.
  var asksForNoChange: Bool {
    status == nil && phases.isEmpty && artifacts.isEmpty && plan == nil && planMetadata == nil
      && planVersion == nil && replaced == nil
  }
}
