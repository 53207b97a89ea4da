import StatusModel

/// What is to be done to one task, with everything checked.
struct TaskDecision {
  let subject: TaskSubject
  let step: TaskStep
  /// Why it is blocked or abandoned, where it is.
  var reason: String?
  /// What it has produced, and was not known before.
  var artifacts: [CheckedArtifact] = []
  /// The plan that comes into force.
  var plan: PlanChange?
  /// What is known of the plan that is in force and stays so.
  var metadata: PlanMetadata?
  /// The plan whose phases or Status change.
  var planFile: Plan?
  /// What becomes of its phases.
  var phases: [PhaseChange] = []
  /// The new statuses of the phases that change, by their index in the plan.
  var phaseStatuses: [Int: Status] { Dictionary(uniqueKeysWithValues: phases.map { ($0.phase, $0.new) }) }
  /// Its own Status afterwards; nil where that stays.
  var planStatus: Status?
  /// What the project state keeps of the step.
  var records: [TransitionRecord] = []
}
