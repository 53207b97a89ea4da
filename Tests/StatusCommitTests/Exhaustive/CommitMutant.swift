import StatusFileSystem
import Synchronization

/// The committer without one of its waits: a call that a mutant does not make seems to have been made. What the
/// campaigns are worth is whether they notice.
enum CommitMutant: String, CaseIterable, Sendable {
  case noJournalSync = "does not wait for the journal's bytes"
  case noArmingSync = "does not wait for the journal's name"
  case noStageSync = "does not wait for the new bytes"
  case noDirectorySync = "does not wait for the names of the targets"
  case noDurableCommit = "does not wait for the end of the commit"
  case noSyncBeforeUndo = "does not wait for the journal's name before it undoes"

  private static let armed = ".statuslint.journal"
  private static let done = ".statuslint.journal.done"

  /// Skips the calls that one process of the mutant does not make.
  var interference: SimulatedFileSystem.Interference {
    let hasWaited = Atomic(false)
    return { call, machine in
      guard call.kind == .synchronize else { return nil }
      let isFirst = !hasWaited.exchange(true, ordering: .relaxed)
      return self.skips(call, machine, isFirst: isFirst) ? .skip : nil
    }
  }

  private func skips(_ call: SimulatedCall, _ machine: SimulatedMachine, isFirst: Bool) -> Bool {
    let isDirectory = !call.name.hasPrefix(".statuslint")
    let isRoot = call.path == CommitScenario.root
    let lastNames = Self.lastNames(machine)
    switch self {
    case .noJournalSync: return call.name == ".statuslint.journal.new"
    case .noArmingSync: return isRoot && lastNames.contains { $0.name == Self.armed && $0.inode != nil }
    case .noStageSync: return call.name.hasPrefix(".statuslint-")
    case .noDirectorySync: return isDirectory && !lastNames.contains { $0.name.hasPrefix(Self.armed) }
    case .noDurableCommit: return isRoot && lastNames.contains { $0.name == Self.done && $0.inode != nil }
    case .noSyncBeforeUndo: return isRoot && isFirst
    }
  }

  /// The names that changed last.
  private static func lastNames(_ machine: SimulatedMachine) -> [DiskEvent.Name] {
    machine.events.last { !$0.changedNames.isEmpty }?.changedNames ?? []
  }
}
