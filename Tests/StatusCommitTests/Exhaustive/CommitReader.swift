import StatusCommit
import StatusFileSystem

/// A process that reads a scenario's files while others write.
struct CommitReader {
  private let scenario: CommitScenario
  private let session: ReadSession
  private let system: SimulatedFileSystem

  /// Begins to read on `machine`, where `locks` are held by others.
  init(_ scenario: CommitScenario, _ machine: SimulatedMachine, locks: [SimulatedLock] = []) {
    self.scenario = scenario
    system = SimulatedFileSystem(machine, locks: locks, interference: scenario.world())
    session = ReadSession(root: RootPath(CommitScenario.root), in: system)
  }

  /// What all files together are now; nil for a mixture.
  var state: CommitCampaign.State? { state(with: system.machine) }

  /// What all files together are when they are read on `machine`, which is this one at a later time; nil for a
  /// mixture.
  func state(with machine: SimulatedMachine) -> CommitCampaign.State? {
    let tree = SimulatedTree(machine.disk, beneath: CommitScenario.root)
    let seen = scenario.changes.map { session.overlay[$0.path] ?? tree[$0.path] }
    if seen == scenario.changes.map(\.old) { return .old }
    return seen == scenario.changes.map { Optional($0.new) } ? .new : nil
  }

  /// Whether the session stands by what was read, on `machine`, which is this one at a later time.
  func isStillTrue(with machine: SimulatedMachine) -> Bool {
    system.moveOn(to: machine)
    return session.isStillTrue
  }
}
