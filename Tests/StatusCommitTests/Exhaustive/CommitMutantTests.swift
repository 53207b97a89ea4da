import StatusFileSystem
import Testing

/// The campaigns find what is wrong with committers that do not wait for one thing or another. Mutants of other kinds
/// are made by scripts/mutants.
struct CommitMutantTests {
  @Test(
    "a committer that does not wait is caught by power cuts",
    arguments: [
      CommitMutant.noJournalSync, .noArmingSync, .noStageSync, .noDirectorySync, .noDurableCommit,
    ])
  func powerCuts(mutant: CommitMutant) {
    let scenario = CommitScenario.newFile.mutated(mutant.rawValue) { mutant.interference }
    var campaign = CommitCampaign(scenario, size: .quick)
    campaign.tryPowerCuts()
    #expect(!campaign.violations.isEmpty)
  }

  @Test("success that is not waited for is caught as such: reported NEW, recovered OLD [6]")
  func durableCommit() {
    let mutant = CommitMutant.noDurableCommit
    var campaign = CommitCampaign(CommitScenario.newFile.mutated("") { mutant.interference }, size: .quick)
    campaign.tryPowerCuts()
    #expect(campaign.violations.contains { $0.contains("recovered to OLD, not NEW") })
  }

  @Test("recovery moves nothing before the journal's name is safe [3]")
  func syncBeforeUndo() throws {
    #expect(try Self.unsafeUndoings { { _, _ in nil } } == [])
    #expect(try Self.unsafeUndoings { CommitMutant.noSyncBeforeUndo.interference } != [])
  }

  /// Recovers a commit of which one file is new, and whose journal's name nobody has waited for: the tree was put here
  /// by another program. Gives the disks after power cuts on which a file has moved and the journal is lost.
  private static func unsafeUndoings(
    _ fault: @escaping @Sendable () -> SimulatedFileSystem.Interference
  ) throws -> [SimulatedTree] {
    let scenario = CommitScenario.fourFiles.mutated("") { fault() }
    let trial = CommitTrial.commit(.fourFiles, keepingSnapshots: true)
    let index = try #require(trial.system.calls.lastIndex { $0.kind == .exchange })
    var disk = trial.system.snapshots[index].disk
    let root = try disk.inode(CommitScenario.root, from: SimulatedDisk.root, followingLast: true)
    let name = ".statuslint.journal"
    let journal = try #require(disk[root].entries[name])
    disk.remove("\(CommitScenario.root)/\(name)")
    var machine = SimulatedMachine(disk)
    machine.setName(name, in: root, to: journal)

    let begun = SimulatedTree(disk, beneath: CommitScenario.root)
    let recovery = CommitTrial.recover(scenario, on: machine)
    #expect(recovery.tree.difference(from: scenario.old) == [])
    return PowerCuts(recovery.machine, directory: CommitScenario.root).outcomes().map(\.tree).filter { tree in
      let files = scenario.changes.map { tree[$0.path] }
      let hasMoved = files != scenario.changes.map { begun[$0.path] }
      return hasMoved && tree.entries[name] == nil && files != scenario.changes.map(\.old)
    }
  }
}
