import StatusCommit
import StatusFileSystem

/// Processes that end in the midst, and power that goes.
extension CommitCampaign {
  /// The commit as it should be, and what a power cut leaves after its success.
  mutating func tryCleanRun() -> CommitTrial {
    let trial = commit(keepingSnapshots: true)
    if !trial.hasSucceeded {
      violate("-", "clean run", "fails: \(trial.error?.message ?? "ended")")
    } else if state(of: trial.tree) != .new {
      violate("6", "clean run", "is \(difference(trial.tree))")
    }
    if !trial.system.openFiles.isEmpty { violate("-", "clean run", "leaves open: \(trial.system.openFiles)") }
    return trial
  }

  /// The process ends before and after each call, and in the midst of each write; then comes recovery, then a power
  /// cut during or after it.
  mutating func tryCrashes() {
    let trial = tryCleanRun()
    for (place, machine) in crashes(of: trial) { judgeCrash(machine, at: place) }
    for call in trial.system.calls where call.kind == .write {
      let torn = commit { $0.number == call.number && $1.events.count >= 0 ? .crashHalfway : nil }
      judgeCrash(torn.machine, at: "ended in the midst of \(call)")
    }
  }

  /// The machines that a process leaves which ends before some call; those that no event tells apart, once.
  func crashes(of trial: CommitTrial) -> [(place: String, machine: SimulatedMachine)] {
    var last = -1
    var found: [(String, SimulatedMachine)] = []
    for (call, machine) in zip(trial.system.calls, trial.system.snapshots) where machine.events.count != last
    {
      last = machine.events.count
      found.append(("ended before \(call)", machine))
    }
    if trial.machine.events.count != last { found.append(("ended after the last call", trial.machine)) }
    return found
  }

  private mutating func judgeCrash(_ machine: SimulatedMachine, at place: String) {
    guard let (recovery, state) = judgeRecovery(of: machine, at: place) else { return }
    judgeTwice(recovery, state, at: place)
    // What the first process had not waited for can still be lost while the second recovers.
    for cut in powerCuts(recovery.machine, after: machine.events.count) {
      judgeRecovery(of: cut, expecting: cut.isAtEnd ? state : nil, at: "\(place), recovery")
    }
  }

  /// Recovering what has been recovered changes nothing.
  private mutating func judgeTwice(_ recovery: CommitTrial, _ state: State, at place: String) {
    guard
      let (again, _) = judgeRecovery(of: recovery.machine, expecting: state, at: "\(place), second recovery")
    else { return }
    if case .recovered(let report) = again.outcome, report.outcome != nil || !report.swept.isEmpty {
      violate("8", place, "a second recovery finds something to do")
    }
  }

  /// The power goes at any time, or after success.
  mutating func tryPowerCuts() {
    let trial = tryCleanRun()
    for cut in powerCuts(trial.machine) {
      judgeRecovery(
        of: cut, expecting: cut.isAtEnd ? .new : nil, at: cut.isAtEnd ? "after success" : "commit")
    }
  }

  /// Recovery itself is cut short, by the end of its process and by power cuts, and done again.
  mutating func tryCrashesInRecovery() {
    let trial = tryCleanRun()
    for (place, machine) in crashes(of: trial) { judgeNested(machine, at: place) }
    let cuts = powerCuts(trial.machine)
    for index in stride(from: 0, to: cuts.count, by: size.nestingStride) {
      judgeNested(SimulatedMachine(cuts[index].disk), at: "power cut without \(cuts[index].lost)")
    }
  }

  private mutating func judgeNested(_ machine: SimulatedMachine, at place: String) {
    guard let (recovery, state) = judgeRecovery(of: machine, at: place, keepingSnapshots: true) else {
      return
    }
    for (inner, left) in crashes(of: recovery) where left.events.count > machine.events.count {
      guard let (again, _) = judgeRecovery(of: left, expecting: state, at: "\(place), recovery \(inner)")
      else {
        continue
      }
      for cut in powerCuts(again.machine, after: left.events.count, most: size.mostAfterError) {
        judgeRecovery(
          of: cut, expecting: cut.isAtEnd ? state : nil, at: "\(place), recovery \(inner), second recovery")
      }
    }
    for cut in powerCuts(recovery.machine, after: machine.events.count, most: size.mostAfterError) {
      judgeRecovery(of: cut, expecting: cut.isAtEnd ? state : nil, at: "\(place), recovery")
    }
  }
}
