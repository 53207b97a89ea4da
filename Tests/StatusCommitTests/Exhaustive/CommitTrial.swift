import StatusCommit
import StatusFileSystem

/// One process that commits or recovers on a simulated machine, and what came of it.
struct CommitTrial: Sendable {
  /// How it ended.
  enum Outcome: Sendable {
    case committed(CommitReport)
    case recovered(RecoveryReport)
    case failed(CommitError)
    /// The process ended in the midst.
    case ended
  }

  /// How it ended.
  let outcome: Outcome
  /// The file system that it used.
  let system: SimulatedFileSystem
  /// The machine that it left.
  let machine: SimulatedMachine

  /// The specs root that it left.
  var tree: SimulatedTree { SimulatedTree(machine.disk, beneath: CommitScenario.root) }

  /// The error, if it failed.
  var error: CommitError? {
    if case .failed(let error) = outcome { error } else { nil }
  }

  /// Whether it did what it was to do.
  var hasSucceeded: Bool {
    switch outcome {
    case .committed, .recovered: true
    case .failed, .ended: false
    }
  }

  /// Opens a session and commits the scenario's changes.
  static func commit(
    _ scenario: CommitScenario, on machine: SimulatedMachine? = nil, keepingSnapshots: Bool = false,
    fault: @escaping SimulatedFileSystem.Interference = { _, _ in nil }
  ) -> CommitTrial {
    run(scenario, on: machine ?? scenario.machine, keepingSnapshots, fault) { system throws(CommitError) in
      let session = try WriteSession(root: RootPath(CommitScenario.root), lockTimeout: 0, in: system)
      return .committed(
        try session.commit(scenario.changes, command: "check --fix", time: "2026-01-20T12:00:00Z"))
    }
  }

  /// Runs `recover`.
  static func recover(
    _ scenario: CommitScenario, on machine: SimulatedMachine, keepingSnapshots: Bool = false,
    decision: RecoverSession.Decision = .refuse,
    fault: @escaping SimulatedFileSystem.Interference = { _, _ in nil }
  ) -> CommitTrial {
    run(scenario, on: machine, keepingSnapshots, fault) { system throws(CommitError) in
      .recovered(
        try RecoverSession.run(
          root: RootPath(CommitScenario.root), decision: decision, lockTimeout: 0, in: system))
    }
  }

  private static func run(
    _ scenario: CommitScenario, on machine: SimulatedMachine, _ keepsSnapshots: Bool,
    _ fault: @escaping SimulatedFileSystem.Interference,
    _ body: (SimulatedFileSystem) throws(CommitError) -> Outcome
  ) -> CommitTrial {
    let world = scenario.world()
    let system = SimulatedFileSystem(machine, keepingSnapshots: keepsSnapshots) { call, machine in
      fault(call, &machine) ?? world(call, &machine)
    }
    var outcome: Outcome
    do throws(CommitError) { outcome = try body(system) } catch { outcome = .failed(error) }
    if system.isOver { outcome = .ended }
    return CommitTrial(outcome: outcome, system: system, machine: system.machine)
  }
}
