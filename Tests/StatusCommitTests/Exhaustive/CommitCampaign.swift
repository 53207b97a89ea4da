import StatusCommit
import StatusFileSystem

/// Tries one commit in every way, and collects what is done wrong.
///
/// A violation names the way, the place and the invariant that is broken (`Commit` lists them by number).
struct CommitCampaign {
  /// One of the two states that a root may be in.
  enum State: String, Hashable, Sendable {
    case old = "OLD"
    case new = "NEW"
  }

  /// What is tried.
  let scenario: CommitScenario
  /// How much of it.
  var size: CampaignSize
  /// Whether a failed synchronization of a directory loses its names for good. Then nothing that was reported need stay
  /// so; but it is still all old or all new.
  var losesNamesForGood = false
  /// What was done wrong.
  private(set) var violations: [String] = []
  /// How many processes were run.
  private(set) var trials = 0
  /// The disks whose recovery has been judged, and what it had to come to.
  private var judged: [SimulatedTree: Set<State?>] = [:]

  /// A campaign on `scenario`.
  init(_ scenario: CommitScenario, size: CampaignSize = .current) {
    self.scenario = scenario
    self.size = size
  }

  /// Keeps a violation.
  mutating func violate(_ invariant: String, _ place: String, _ reason: String) {
    violations.append("\(scenario.name); \(place): \(reason) [\(invariant)]")
  }

  /// Commits.
  mutating func commit(
    on machine: SimulatedMachine? = nil, keepingSnapshots: Bool = false,
    fault: @escaping SimulatedFileSystem.Interference = { _, _ in nil }
  ) -> CommitTrial {
    trials += 1
    return CommitTrial.commit(scenario, on: machine, keepingSnapshots: keepingSnapshots, fault: fault)
  }

  /// Recovers.
  mutating func recover(
    _ machine: SimulatedMachine, keepingSnapshots: Bool = false,
    fault: @escaping SimulatedFileSystem.Interference = { _, _ in nil }
  ) -> CommitTrial {
    trials += 1
    return CommitTrial.recover(scenario, on: machine, keepingSnapshots: keepingSnapshots, fault: fault)
  }

  /// The power cuts of a machine, after its first `start` events.
  func powerCuts(
    _ machine: SimulatedMachine, after start: Int = 0, most: Int? = nil
  ) -> [PowerCuts.Outcome] {
    var cuts = PowerCuts(machine, directory: CommitScenario.root)
    cuts.exhaustive = size.exhaustive
    cuts.losesNamesForGood = losesNamesForGood
    cuts.mostAtPoint = most ?? size.mostAtCut
    return cuts.outcomes(after: start)
  }

  // MARK: Judging

  /// The state that a tree is in, to the last permission bit; nil for a mixture or litter. The lock file, where there
  /// has to be one, stays for good.
  func state(of tree: SimulatedTree) -> State? {
    var tree = tree
    tree.entries[".statuslint.lock"] = nil
    return tree == scenario.old ? .old : tree == scenario.new ? .new : nil
  }

  /// The same, with what is ours passed over: journals and stages.
  func stateBesideLitter(of tree: SimulatedTree) -> State? {
    var tree = tree
    tree.entries = tree.entries.filter { !Self.isOurs($0.key) }
    return state(of: tree)
  }

  /// Whether a path is that of a journal, a stage or a lock file.
  static func isOurs(_ path: String) -> Bool {
    (path.split(separator: "/").last ?? "").hasPrefix(".statuslint")
  }

  /// What is not as it should be, for people.
  func difference(_ tree: SimulatedTree) -> String {
    let fromOld = tree.difference(from: scenario.old)
    let fromNew = tree.difference(from: scenario.new)
    return "neither OLD (\(fromOld.joined(separator: "; "))) nor NEW (\(fromNew.joined(separator: "; ")))"
  }

  /// Recovers a machine, and judges: it succeeds, all is old or all is new, nothing is left over, and it is what was
  /// `expected`, if anything. Gives the trial and the state.
  @discardableResult
  mutating func judgeRecovery(
    of machine: SimulatedMachine, expecting expected: State? = nil, at place: @autoclosure () -> String,
    keepingSnapshots: Bool = false
  ) -> (trial: CommitTrial, state: State)? {
    judgeReader(machine, expecting: expected, at: place())
    let trial = recover(machine, keepingSnapshots: keepingSnapshots)
    guard case .recovered(let report) = trial.outcome else {
      violate("8", place(), "recovery fails: \(trial.error?.message ?? "ended")")
      return nil
    }
    let tree = trial.tree
    guard let state = state(of: tree) else {
      violate("2, 6", place(), "recovered to \(difference(tree))")
      return nil
    }
    if let expected, expected != state {
      violate(
        expected == .new ? "6" : "2", place(), "recovered to \(state.rawValue), not \(expected.rawValue)")
      return nil
    }
    let said: State? = report.outcome.map { $0 == .finished ? .new : .old }
    if let said, said != state, !scenario.isInterrupted {
      violate("2, 6", place(), "recovery says \(said.rawValue), and it is \(state.rawValue)")
    }
    if !trial.system.openFiles.isEmpty {
      violate("-", place(), "recovery leaves open: \(trial.system.openFiles)")
    }
    return (trial, state)
  }

  /// The same for the disk after a power cut; each disk is judged once.
  mutating func judgeRecovery(
    of cut: PowerCuts.Outcome, expecting expected: State? = nil, at place: @autoclosure () -> String
  ) {
    let expected = losesNamesForGood ? nil : expected
    let key = cut.tree.withoutTransactions
    if judged[key]?.contains(expected) == true { return }
    judged[key, default: []].insert(expected)
    judgeRecovery(
      of: SimulatedMachine(cut.disk), expecting: expected,
      at: "\(place()), power cut after event \(cut.point), without \(cut.lost)")
  }

  /// Judges what a reader sees: the journal's old bytes laid over the tree.
  mutating func judgeReader(
    _ machine: SimulatedMachine, expecting expected: State? = nil, at place: @autoclosure () -> String
  ) {
    guard let seen = CommitReader(scenario, machine).state else {
      return violate("2", "\(place())", "a reader sees a mixture")
    }
    if let expected, seen != expected {
      violate("2", place(), "a reader sees \(seen.rawValue), not \(expected.rawValue)")
    }
  }
}
