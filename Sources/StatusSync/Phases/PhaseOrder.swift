import StatusModel

/// Whether the phases of a plan have different numbers, in order.
enum PhaseOrder {
  /// The error for a plan whose phases cannot be read; nil if they can.
  static func malformation(of plan: Plan) -> SyncError? {
    guard plan.isMalformed else { return nil }
    guard let heading = plan.unreadablePhases.first else { return .malformedPlan(plan.path) }
    return .unreadablePhase(plan.path, plan.source.text(heading))
  }

  /// The errors in the phases of `plan`; empty if each can be identified by its number.
  static func faults(of plan: Plan, _ profile: Profile) -> [SyncError] {
    if let fault = malformation(of: plan) { return [fault] }
    // The phases of a plan that begins with phase 0 can also be identified by number.
    let isNumbered = PhaseNumbering(plan, profile).faults.allSatisfy { fault in
      if case .wrongStart(0) = fault.fault { true } else { false }
    }
    if isNumbered, Set(plan.phases.map(\.number)).count == plan.phases.count { return [] }
    return [
      .phaseOrder(plan.path, plan.phases.map(\.number.label), first: profile.firstPhaseNumbers.sorted())
    ]
  }
}
