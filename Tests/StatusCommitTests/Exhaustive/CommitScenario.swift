import StatusCommit
import StatusFileSystem
import Testing

/// A commit to be tried in every way: what is found, what is to be changed, and what the file system cannot do.
struct CommitScenario: Sendable, CustomTestStringConvertible {
  /// The specs root of all scenarios.
  static let root = "/project/specs"

  /// What it is, for people.
  let name: String
  /// The machine as the command finds it; it may hold an interrupted commit.
  var machine: SimulatedMachine
  /// What is to be changed, planned on the tree that is found after recovery.
  let changes: [FileChange]
  /// The root as it is while nothing is committed, without what an interrupted commit has left.
  let old: SimulatedTree
  /// The root after the commit.
  let new: SimulatedTree
  /// What the file system does otherwise than it should, to every process; asked once for each.
  var world: @Sendable () -> SimulatedFileSystem.Interference = { { _, _ in nil } }

  /// Whether the world has faults of its own.
  var isImperfect = false

  /// Whether a commit was interrupted on the machine.
  var isInterrupted: Bool { !machine.events.isEmpty }

  var testDescription: String { name }

  /// `changes` of the files on `disk`.
  init(_ name: String, _ disk: SimulatedDisk, _ changes: [FileChange]) {
    self.name = name
    machine = SimulatedMachine(disk)
    self.changes = changes
    old = SimulatedTree(disk, beneath: Self.root)
    new = Self.changed(old, by: changes)
  }

  /// `changes` on a machine whose files are as in `old` once it is recovered.
  init(_ name: String, on machine: SimulatedMachine, _ old: SimulatedTree, _ changes: [FileChange]) {
    self.name = name
    self.machine = machine
    self.changes = changes
    self.old = old
    new = Self.changed(old, by: changes)
  }

  /// The same commit on another machine, whose files are the same once it is recovered.
  init(_ name: String, _ other: CommitScenario, on machine: SimulatedMachine) {
    self.name = name
    self.machine = machine
    changes = other.changes
    old = other.old
    new = other.new
    world = other.world
    isImperfect = other.isImperfect
  }

  /// What `changes` make of a tree: nothing but the bytes of what is there; new files and directories are like any
  /// other new one.
  private static func changed(_ tree: SimulatedTree, by changes: [FileChange]) -> SimulatedTree {
    var tree = tree
    for change in changes {
      let components = change.path.split(separator: "/")
      for count in 1..<max(1, components.count) {
        let directory = components.prefix(count).joined(separator: "/")
        if tree.entries[directory] == nil {
          tree.entries[directory] = .init(
            kind: .directory, bytes: [], permissions: 0o755, owner: 0, group: 0, attributes: [:], names: 1)
        }
      }
      if tree.entries[change.path] == nil {
        tree.entries[change.path] = .init(
          kind: .regular, bytes: [], permissions: 0o644, owner: 0, group: 0, attributes: [:], names: 1)
      }
      tree.entries[change.path]?.bytes = change.new
    }
    return tree
  }

  /// The same in a world with `fault` before its own.
  func mutated(
    _ name: String, _ fault: @escaping @Sendable () -> SimulatedFileSystem.Interference
  ) -> CommitScenario {
    var copy = CommitScenario("\(self.name), \(name)", self, on: machine)
    copy.isImperfect = true
    let world = self.world
    copy.world = {
      let (first, second) = (fault(), world())
      return { call, machine in first(call, &machine) ?? second(call, &machine) }
    }
    return copy
  }
}
