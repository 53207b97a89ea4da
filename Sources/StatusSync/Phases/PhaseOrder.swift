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
    let counted = plan.phases.filter { $0.parent < 0 && $0.number.major != nil }
    var next: Int?
    var isOrdered = Set(plan.phases.map(\.number)).count == plan.phases.count
    for phase in counted {
      guard let majors = phase.number.majors else { continue }
      if let next {
        // Parts of a phase that has no heading of its own follow each other under one number.
        let isPart = phase.number.isSubPhase && majors.lowerBound == next - 1
        isOrdered = isOrdered && (isPart || majors.lowerBound == next)
      } else {
        isOrdered = isOrdered && (0...1).contains(majors.lowerBound)
      }
      next = majors.upperBound + 1
    }
    if isOrdered { return [] }
    return [
      .phaseOrder(plan.path, plan.phases.map(\.number.label), first: profile.firstPhaseNumbers.sorted())
    ]
  }
}
