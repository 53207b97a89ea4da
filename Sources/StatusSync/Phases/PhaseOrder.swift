import StatusModel

/// Whether a plan's phases can be told apart and are numbered one after the other.
enum PhaseOrder {
  /// Why nothing can be said of the phases of `plan`; nil where something can.
  static func malformation(of plan: Plan) -> SyncError? {
    guard plan.isMalformed else { return nil }
    guard let heading = plan.unreadablePhases.first else { return .malformedPlan(plan.path) }
    return .unreadablePhase(plan.path, plan.source.text(heading))
  }

  /// What is wrong with the phases of `plan`; empty when they can be marked by number.
  static func faults(of plan: Plan, _ profile: Profile) -> [SyncError] {
    if let fault = malformation(of: plan) { return [fault] }
    // A plan that begins with phase 0 can be marked by number all the same.
    let isNumbered = PhaseNumbering(plan, profile).faults.allSatisfy { fault in
      if case .wrongStart(0) = fault.fault { true } else { false }
    }
    if isNumbered, Set(plan.phases.map(\.number)).count == plan.phases.count { return [] }
    return [
      .phaseOrder(plan.path, plan.phases.map(\.number.label), first: profile.firstPhaseNumbers.sorted())
    ]
  }
}
