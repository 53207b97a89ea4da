import StatusCommit
import StatusFileSystem
import Synchronization

/// Someone else changes the files at the same time. What they have done is never lost; the other files are all old or
/// all new.
extension CommitCampaign {
  /// One edit before each call of a commit.
  mutating func tryEdits() {
    let trial = tryCleanRun()
    tryEdits(during: trial) { $0.commit(keepingSnapshots: false, fault: $1) }
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
    tryEdits(during: trial, after: failing.number) { campaign, edit in
      campaign.commit { call, machine in edit(call, &machine) ?? plan(call) }
    }
  }

  /// One edit before each call of the recovery of each crash.
  mutating func tryEditsDuringRecovery() {
    let trial = tryCleanRun()
    for (place, machine) in crashes(of: trial) {
      let recovery = recover(machine, keepingSnapshots: true)
      guard recovery.machine.events.count > machine.events.count else { continue }
      let inodes = trial.system.snapshots.prefix { $0.events.count <= machine.events.count }
      tryEdits(during: recovery, earlier: Array(inodes), at: place) { $0.recover(machine, fault: $1) }
    }
  }

  /// Edits before the calls of `trial`, which `again` runs once more.
  private mutating func tryEdits(
    during trial: CommitTrial, after start: Int = 0, earlier: [SimulatedMachine] = [], at place: String = "",
    again: (inout CommitCampaign, @escaping SimulatedFileSystem.Interference) -> CommitTrial
  ) {
    var count = 0
    for call in trial.system.calls where call.number > start {
      for path in scenario.changes.filter({ $0.old != nil }).map(\.path) {
        let former = ForeignEdit.inodes(at: path, in: earlier + trial.system.snapshots.prefix(call.number + 1))
        for kind in ForeignEdit.Kind.allCases where !(isPlain && [.late, .lateNew].contains(kind)) {
          count += 1
          if count % size.editStride != 0 { continue }
          let edit = ForeignEdit(kind: kind, path: path)
          var probe = trial.system.snapshots[call.number]
          guard edit.apply(to: &probe, former: former) else { continue }
          let edited = again(&self) { now, machine in
            if now.number == call.number { _ = edit.apply(to: &machine, former: former) }
            return nil
          }
          judge(edited, edit, before: call, place.isEmpty ? "\(call)" : "\(place), recovery \(call)")
        }
      }
    }
  }

  /// Whether files are replaced by plain renames, which lose an edit between the last look and the rename.
  private var isPlain: Bool { scenario.name.contains("plain") }

  private mutating func judge(
    _ trial: CommitTrial, _ edit: ForeignEdit, before call: SimulatedCall, _ place: String
  ) {
    let place = "\(edit) before \(place)"
    if Self.isExcused(trial, edit, from: call.number, isPlain: isPlain) { return }
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

  /// Whether nobody could have noticed: between the last look at a file and the call that takes it away there is always
  /// a moment.
  private static func isExcused(
    _ trial: CommitTrial, _ edit: ForeignEdit, from number: Int, isPlain: Bool
  ) -> Bool {
    let full = "\(CommitScenario.root)/\(edit.path)"
    let rest = trial.system.calls[min(number, trial.system.calls.count)...]
    if isPlain {
      guard let index = rest.firstIndex(where: { $0.kind == .rename && $0.destination == full }) else {
        return false
      }
      return !rest[..<index].contains { $0.kind == .read && $0.path == full }
    }
    // A look at the file under the stage's name is followed by closing and removing it.
    let stages = Set(trial.system.calls.filter { $0.kind == .exchange && $0.destination == full }.map(\.path))
    return rest.prefix(2).contains { $0.kind == .remove && stages.contains($0.path) }
  }
}
