import StatusFileSystem
import Testing

/// Invariant 2, for readers: with the journal applied, all files are old or all files are new.
struct CommitReaderTests {
  @Test(
    "a reader that cannot lock is told when what it read is no single state",
    arguments: [CommitScenario.fourFiles, .newFile, .plainRename])
  func unlocked(scenario: CommitScenario) throws {
    let trial = CommitTrial.commit(scenario, keepingSnapshots: true)
    let root = try scenario.machine.disk.inode(
      CommitScenario.root, from: SimulatedDisk.root, followingLast: true)
    let lock = SimulatedLock(inode: root, lock: FileLock(.exclusive))
    let machines = Self.distinct(trial.system.snapshots + [trial.machine])
    var stable = 0
    for (index, machine) in machines.enumerated() {
      let reader = CommitReader(scenario, machine, locks: [lock])
      for (last, later) in machines.enumerated().dropFirst(index) where reader.isStillTrue(with: later) {
        stable += 1
        for meanwhile in machines[index...last] {
          #expect(reader.state(half: meanwhile, rest: later) != nil, "\(scenario.name), \(index) to \(last)")
        }
      }
    }
    // At least each moment by itself.
    #expect(stable >= machines.count)
  }

  @Test("before a commit a reader sees OLD, after it NEW, and changes nothing", arguments: CommitScenario.all)
  func ends(scenario: CommitScenario) {
    let trial = CommitTrial.commit(scenario)
    #expect(CommitReader(scenario, scenario.machine).state == .old)
    #expect(CommitReader(scenario, trial.machine).state == .new)
    #expect(CommitReader(scenario, scenario.machine).hasOnlyLooked)
  }

  /// Those that an event tells apart.
  private static func distinct(_ machines: [SimulatedMachine]) -> [SimulatedMachine] {
    machines.indices.filter { $0 == 0 || machines[$0].events.count != machines[$0 - 1].events.count }
      .map { machines[$0] }
  }
}
