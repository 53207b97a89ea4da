import StatusCommit
import StatusFileSystem
import Synchronization

/// Someone else changes the files at the same time. What they have done is never lost; the other files are all old or
/// all new.
extension CommitCampaign {
  /// One edit before each call of a commit.
  mutating func tryEdits() {
    let trial = tryCleanRun()
    tryEdits(edits(during: trial, on: scenario.machine)) { $0.commit(on: $1, fault: $2) }
  }

  /// One edit before each call of a commit that fails at the synchronization of a directory and is undone.
  mutating func tryEditsDuringUndo() {
    let directories = tryCleanRun().system.calls.filter {
      $0.kind == .synchronize && !$0.name.hasPrefix(".statuslint")
    }
    // The first arms, the last commits.
    guard let failing = directories.dropFirst().dropLast().last else { return }
    let plan = FaultPlan(call: failing, fault: .fail(.ioError))
    let trial = commit(keepingSnapshots: true) { call, _ in plan(call) }
    tryEdits(edits(during: trial, on: scenario.machine, after: failing.number)) { campaign, machine, edit in
      campaign.commit(on: machine) { call, machine in edit(call, &machine) ?? plan(call) }
    }
  }

  /// One edit before each call of the recovery of each crash.
  mutating func tryEditsDuringRecovery() {
    let trial = tryCleanRun()
    var plans: [Plan] = []
    for (place, machine) in crashes(of: trial) {
      let recovery = recover(machine, keepingSnapshots: true)
      guard recovery.machine.events.count > machine.events.count else { continue }
      let earlier = trial.system.snapshots.prefix { $0.events.count <= machine.events.count }
      plans += edits(during: recovery, on: machine, earlier: Array(earlier), at: place)
    }
    tryEdits(plans) { $0.recover($1, fault: $2) }
  }

  /// An edit that is to come before a call.
  private struct Plan {
    let edit: ForeignEdit
    let call: SimulatedCall
    /// The inodes that have been at its path by then.
    let former: [Int]
    /// Whether nobody could notice it.
    let isExcused: Bool
    let place: String
    /// The machine to begin with.
    let machine: SimulatedMachine
  }

  /// All edits before the calls of `trial`, which began with `machine`.
  private func edits(
    during trial: CommitTrial, on machine: SimulatedMachine, after start: Int = 0,
    earlier: [SimulatedMachine] = [], at place: String = ""
  ) -> [Plan] {
    var plans: [Plan] = []
    for path in scenario.changes.filter({ $0.old != nil }).map(\.path) {
      var former = earlier.reduce(into: []) { ForeignEdit.note(path, in: $1, &$0) }
      for (call, snapshot) in zip(trial.system.calls, trial.system.snapshots) {
        ForeignEdit.note(path, in: snapshot, &former)
        guard call.number > start else { continue }
        let place = place.isEmpty ? "\(call)" : "\(place), recovery \(call)"
        for kind in kinds {
          let edit = ForeignEdit(kind: kind, path: path)
          guard let edited = edit.inode(in: snapshot, former: former) else { continue }
          plans.append(
            Plan(
              edit: edit, call: call, former: former,
              isExcused: isExcused(edit, edited, before: call, in: trial), place: "\(edit) before \(place)",
              machine: machine))
        }
      }
    }
    return plans
  }

  /// Tries some of `plans`, by a trial that is run once more.
  private mutating func tryEdits(
    _ plans: [Plan],
    again: (inout CommitCampaign, SimulatedMachine, @escaping SimulatedFileSystem.Interference) -> CommitTrial
  ) {
    for plan in size.some(of: plans.filter { !$0.isExcused }) {
      let (edit, number, former) = (plan.edit, plan.call.number, plan.former)
      let trial = again(&self, plan.machine) { call, machine in
        if call.number == number { edit.apply(to: &machine, former: former) }
        return nil
      }
      judge(trial, edit, plan.place)
    }
  }

  /// What can be asked for. After a plain rename the old file is gone with what is written to it late, and a target
  /// that is missing may be our own doing.
  private var kinds: [ForeignEdit.Kind] { isPlain ? [.inPlace, .byRename] : ForeignEdit.Kind.allCases }

  /// Whether files are replaced by plain renames, which lose an edit between the last look and the rename.
  private var isPlain: Bool { scenario.name.contains("plain") }

  private mutating func judge(_ trial: CommitTrial, _ edit: ForeignEdit, _ place: String) {
    judgeFiles(trial.tree, trial, edit, place)
    let recovery = recover(trial.machine)
    guard case .recovered = recovery.outcome else {
      return violate("8", place, "recovery fails: \(recovery.error?.message ?? "ended")")
    }
    judgeFiles(recovery.tree, trial, edit, "\(place), recovered")
    let litter = recovery.tree.entries.keys.filter(Self.isOurs)
    if litter != [] { violate("8", place, "leaves \(litter)") }
  }

  private mutating func judgeFiles(
    _ tree: SimulatedTree, _ trial: CommitTrial, _ edit: ForeignEdit, _ place: String
  ) {
    let found = tree[edit.path]
    let isKept: Bool
    switch edit.kind {
    case .deletion: isKept = found == nil
    case .inPlace, .byRename: isKept = found?.contains(ForeignEdit.mark) == true
    case .late, .lateNew: isKept = tree.entries.values.contains { $0.bytes.contains(ForeignEdit.mark) }
    }
    if !isKept { violate("5", place, "what they did is lost") }
    let change = scenario.changes.first { $0.path == edit.path }
    let others = scenario.changes.filter { $0.path != edit.path }
    let isOld = others.allSatisfy { tree[$0.path] == $0.old }
    let isNew = others.allSatisfy { tree[$0.path] == $0.new }
    switch trial.outcome {
    case .committed:
      if !isNew { violate("8", place, "succeeds, and not all others are new") }
      if edit.kind == .inPlace, let change, found?.starts(with: change.new) != true {
        violate("5", place, "succeeds, and \(edit.path) is what was to be replaced")
      }
    case .failed(let error) where error.kind != .outcomeUnknown && error.kind != .undoFailed:
      if !isOld { violate("8", place, "fails (\(error.message)), and not all others are old") }
    case .failed, .recovered, .ended:
      if !isOld, !isNew { violate("8", place, "some others are old, some new") }
    }
  }

  /// Whether nobody could notice the edit of `inode`: between the last look at a file and the call that takes it away
  /// there is always a moment.
  private func isExcused(
    _ edit: ForeignEdit, _ inode: Int, before call: SimulatedCall, in trial: CommitTrial
  ) -> Bool {
    let rest = trial.system.calls[call.number...]
    if isPlain {
      let full = "\(CommitScenario.root)/\(edit.path)"
      // An open file is examined, even if another file is at its path now.
      let look = edit.kind == .byRename ? SimulatedCall.Kind.open : .read
      let next = rest.first {
        $0.kind == .rename && $0.destination == full || $0.kind == look && $0.path == full
      }
      return next?.kind == .rename
    }
    let disk = trial.system.snapshots[call.number].disk
    // A look ends with closing the file; then it is removed.
    return rest.prefix(2).contains { next in
      next.kind == .remove
        && (try? disk.inode(next.path, from: SimulatedDisk.root, followingLast: false)) == inode
    }
  }
}
