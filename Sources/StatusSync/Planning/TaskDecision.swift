import StatusEditing
import StatusModel

/// The checked changes of one task.
struct TaskDecision {
  let subject: TaskSubject
  let step: TaskStep
  /// Why it is blocked or abandoned.
  var reason: String?
  /// The new artifacts.
  var artifacts: [CheckedArtifact] = []
  /// The new current plan.
  var plan: PlanChange?
  /// New metadata of the current plan, if it stays current.
  var metadata: PlanMetadata?
  /// The plan whose phases or Status change.
  var planFile: Plan?
  /// The changes of its phases.
  var phases: [PhaseChange] = []
  /// The new statuses of the phases that change, by their index in the plan.
  var phaseStatuses: [Int: Status] { Dictionary(uniqueKeysWithValues: phases.map { ($0.phase, $0.new) }) }
  /// The new Status of the plan; nil if it stays.
  var planStatus: Status?
  /// The records for the project state.
  var records: [TransitionRecord] = []
}
