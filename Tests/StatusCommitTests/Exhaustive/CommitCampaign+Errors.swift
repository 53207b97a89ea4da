import StatusCommit
import StatusFileSystem
import StatusTestSupport

/// Calls that fail.
extension CommitCampaign {
  /// Every call of the commit fails with every error that it can bring, once or ever after, without or with its effect.
  mutating func tryErrors() {
    let calls = tryCleanRun().system.calls
    let all = calls.map(FaultPlan.all)
    // Of each call the first, and of the others some.
    let plans = all.compactMap(\.first) + size.some(of: all.flatMap { $0.dropFirst() })
    for plan in plans {
      let trial = commit { call, _ in plan(call) }
      let call = trial.system.calls[plan.call.number]
      if call.kind != plan.call.kind { violate("-", "\(plan)", "in another run it is \(call)") }
      judge(trial, call, plan)
    }
  }

  /// Something fails at some call, or the process ends there: where files are written by several threads, calls have
  /// no fixed order, and nothing more can be said beforehand.
  mutating func trySomeFaults() {
    // So many files have very many cuts; all their combinations are tried with fewer files.
    size.mostAtCut = min(size.mostAtCut, CampaignSize.quick.mostAtCut)
    let count = tryCleanRun().system.calls.count
    var random = SplitMix64(seed: 1)
    for number in size.some(of: Array(0..<count)) {
      let choice = Int.random(in: 0..<60, using: &random)
      let trial = commit { call, _ in
        guard call.number == number else { return nil }
        let errnos = FaultPlan.errnos(of: call.kind)
        if choice % 3 == 0 || errnos.isEmpty { return .crash }
        return .fail(errnos[choice % errnos.count])
      }
      let call = trial.system.calls[number]
      if case .ended = trial.outcome {
        judgeRecovery(of: trial.machine, at: "ended before \(call)")
      } else {
        judge(trial, call, FaultPlan(call: call, fault: .fail(.ioError)))
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
      trial.machine,
      after: isSynchronization ? scenario.machine.events.count : trial.machine.events.count,
      most: isSynchronization ? nil : size.mostAtLaterCut)
    for cut in cuts { judgeRecovery(of: cut, expecting: cut.isAtEnd ? expected : nil, at: place) }
  }

  /// Judges a failure at once; gives the state that recovery must come to.
  private mutating func judge(
    _ error: CommitError, _ trial: CommitTrial, _ seen: State?, _ place: String, isSticky: Bool
  ) -> State? {
    if !error.message.shown.contains(CommitScenario.root) || error.path.isEmpty {
      violate("-", place, "the message names no file: \(error.message)")
    }
    switch error.kind {
    case .outcomeUnknown:
      if seen != .new { violate("7", place, "outcome unknown, and it is \(difference(trial.tree))") }
      return nil
    case .undoFailed:
      judgeReader(trial.machine, expecting: .old, at: place)
      // The world may have brought the first failure itself.
      if !isSticky, !scenario.isImperfect, !scenario.isInterrupted {
        violate("8", place, "one failed call cannot be undone: \(error.message)")
      }
    case .recoveryNeeded: violate("2", place, "the journal cannot be used: \(error.message)")
    case .conflict, .locked: violate("5", place, "nobody else is there: \(error.message)")
    case .refused, .exchangeUnsupported, .system:
      // What was interrupted before and could not even be recovered is OLD by its journal.
      let isOld = scenario.isInterrupted ? CommitReader(scenario, trial.machine).state == .old : seen == .old
      if !isOld { violate("8", place, "fails, and it is \(difference(trial.tree))") }
    }
    return .old
  }

  /// Recovery after each crash of the commit, with every call of it failing; then recovery once more.
  mutating func tryErrorsInRecovery() {
    let trial = tryCleanRun()
    var plans: [(place: String, machine: SimulatedMachine, state: State, plan: FaultPlan)] = []
    for (place, machine) in crashes(of: trial) {
      guard let (recovery, state) = judgeRecovery(of: machine, at: place) else { continue }
      guard recovery.machine.events.count > machine.events.count else { continue }
      plans += recovery.system.calls.flatMap(FaultPlan.all).map { (place, machine, state, $0) }
    }
    for (place, machine, state, plan) in size.some(of: plans) {
      judgeFailingRecovery(of: machine, state, plan, "\(place), recovery with \(plan)")
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
    for cut in powerCuts(trial.machine, after: trial.machine.events.count, most: size.mostAtLaterCut) {
      judgeRecovery(of: cut, expecting: expected, at: place)
    }
  }
}
