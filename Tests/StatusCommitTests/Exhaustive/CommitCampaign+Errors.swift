import StatusCommit
import StatusFileSystem

/// Calls that fail.
extension CommitCampaign {
  /// Every call of the commit fails with every error that it can bring, once or ever after, without or with its effect.
  mutating func tryErrors() {
    let calls = tryCleanRun().system.calls
    for call in calls {
      for plan in FaultPlan.all(for: call) {
        let trial = commit { call, _ in plan(call) }
        if trial.system.calls[call.number].kind != call.kind {
          violate("-", "\(call)", "it is another one in another run: \(trial.system.calls[call.number])")
        }
        judge(trial, call, plan)
      }
    }
  }

  private mutating func judge(_ trial: CommitTrial, _ call: SimulatedCall, _ plan: FaultPlan) {
    let place = "\(plan)"
    let seen = stateBesideLitter(of: trial.tree)
    let expected: State?
    switch trial.outcome {
    case .committed:
      expected = .new
      if seen != .new { violate("8", place, "succeeds, and it is \(difference(trial.tree))") }
    case .failed(let error):
      expected = judge(error, trial, seen, place, isSticky: plan.isSticky)
    case .recovered, .ended:
      return violate("-", place, "ends in the midst")
    }
    if !trial.system.openFiles.isEmpty { violate("-", place, "leaves open: \(trial.system.openFiles)") }
    judgeRecovery(of: trial.machine, expecting: expected, at: place)
    let isSynchronization = call.kind == .synchronize
    let cuts = powerCuts(
      trial.machine, after: isSynchronization ? 0 : trial.machine.events.count,
      most: isSynchronization ? nil : size.mostAfterError)
    for cut in cuts { judgeRecovery(of: cut, expecting: cut.isAtEnd ? expected : nil, at: place) }
  }

  /// Judges a failure at once; gives the state that recovery must come to.
  private mutating func judge(
    _ error: CommitError, _ trial: CommitTrial, _ seen: State?, _ place: String, isSticky: Bool
  ) -> State? {
    if !error.message.contains(CommitScenario.root) || error.path.isEmpty {
      violate("-", place, "the message names no file: \(error.message)")
    }
    switch error.kind {
    case .outcomeUnknown:
      if seen != .new { violate("7", place, "outcome unknown, and it is \(difference(trial.tree))") }
      return nil
    case .undoFailed:
      judgeReader(trial.machine, expecting: .old, at: place)
      // The world may have brought the first failure itself.
      if !isSticky, !scenario.isImperfect { violate("8", place, "one failed call cannot be undone: \(error.message)") }
    case .recoveryNeeded: violate("2", place, "the journal cannot be used: \(error.message)")
    case .conflict, .locked: violate("5", place, "nobody else is there: \(error.message)")
    case .refused, .exchangeUnsupported, .system:
      if seen != .old { violate("8", place, "fails, and it is \(difference(trial.tree))") }
    }
    return .old
  }

  /// Recovery after each crash of the commit, with every call of it failing; then recovery once more.
  mutating func tryErrorsInRecovery() {
    let trial = tryCleanRun()
    var count = 0
    for (place, machine) in crashes(of: trial) {
      guard let (recovery, state) = judgeRecovery(of: machine, at: place) else { continue }
      guard recovery.machine.events.count > machine.events.count else { continue }
      for call in recovery.system.calls {
        for plan in FaultPlan.all(for: call) {
          count += 1
          if count % size.nestedErrorStride != 0 { continue }
          judgeFailingRecovery(of: machine, state, plan, "\(place), recovery with \(plan)")
        }
      }
    }
  }

  private mutating func judgeFailingRecovery(
    of machine: SimulatedMachine, _ state: State, _ plan: FaultPlan, _ place: String
  ) {
    let trial = recover(machine) { call, _ in plan(call) }
    if trial.hasSucceeded, stateBesideLitter(of: trial.tree) != state {
      violate("8", place, "succeeds, and it is \(difference(trial.tree))")
    }
    judgeRecovery(of: trial.machine, expecting: state, at: place)
    // Until a recovery has gone well, a commit that was not waited for may still be lost.
    let expected = trial.hasSucceeded || state == .old ? state : nil
    for cut in powerCuts(trial.machine, after: trial.machine.events.count, most: size.mostAfterError) {
      judgeRecovery(of: cut, expecting: expected, at: place)
    }
  }
}
