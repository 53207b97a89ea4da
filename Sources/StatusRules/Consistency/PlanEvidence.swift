import StatusModel

/// What the phases of a plan show its task to be.
struct PlanEvidence {
  /// The status of the task, and the date that goes with it.
  let evidence: TaskEvidence

  /// Nil where the phases leave a doubt, say something else than the plan's own status, or have no dates: the task is
  /// completed when every phase is, and implementing when one is in progress.
  init?(_ plan: Plan, _ profile: Profile) {
    guard let status = plan.status, let sum = PhaseSum(plan, profile), let decided = sum.decided,
      sum.accepted(by: profile).contains(status)
    else { return nil }
    switch decided {
    case .completed:
      guard let last = Self.dates(.completed, of: plan).max(by: Self.isEarlier) else {
        return nil
      }
      var evidence = TaskEvidence(.completed)
      evidence.dates[.completed] = last
      self.evidence = evidence
    case .inProgress:
      guard let first = Self.dates(.started, of: plan).min(by: Self.isEarlier) else { return nil }
      var evidence = TaskEvidence(.implementing)
      evidence.dates[.started] = first
      self.evidence = evidence
    default: return nil
    }
  }

  private static func dates(_ event: StatusEvent, of plan: Plan) -> [FoundTimestamp] {
    plan.phases.flatMap(\.timestamps).compactMap { $0.event == event ? $0.reading.found : nil }
  }

  private static func isEarlier(_ left: FoundTimestamp, _ right: FoundTimestamp) -> Bool {
    left.timestamp.secondsSince1970 < right.timestamp.secondsSince1970
  }
}

extension Plan {
  /// Its own status, where it is certain.
  fileprivate var status: Status? { marker?.status }
}
