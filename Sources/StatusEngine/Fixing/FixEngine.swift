import StatusDiagnostics
import StatusFileSystem
import StatusText

/// Fixes a tree in memory: makes the fixes that can be made together, looks again, and so on until none is left.
package struct FixEngine<Tree: FixableTree> {
  /// What fixing comes to. Nothing is written: that is the committer's part.
  package struct Outcome {
    /// The tree as it is with the fixes.
    package let tree: Tree
    /// The findings that are gone, in the order of reports.
    package let fixed: [FixedFinding]
    /// The files whose bytes are others now, sorted by path.
    package let files: [EditedFile]
    /// Whether there was nothing to fix.
    let isIdle: Bool
  }

  private let wants: (Finding, Fix, Tree) -> Bool
  private var tree: Tree
  private var files: [String: EditedFile] = [:]
  private var log = FixLog()

  /// An engine that makes those fixes of `tree` that `wants` tells; it is given the tree as it is in each round. With
  /// `earlier`, it goes on with the tree that earlier fixes made of `tree`.
  package init(_ tree: Tree, after earlier: Outcome? = nil, wants: @escaping (Finding, Fix, Tree) -> Bool) {
    self.tree = earlier?.tree ?? tree
    self.wants = wants
    for file in earlier?.files ?? [] { files[file.path] = file }
  }

  /// Makes the fixes. Those that come to no end, or that break a file, are mistakes of ours.
  package consuming func run() throws(FixFault) -> Outcome {
    var fewest = Int.max
    var idleRounds = 0
    var isIdle = true
    while true {
      let findings = tree.findings
      var round = FixRound(findings, mayStack: true) { wants($0, $1, tree) }
      if round.accepted.isEmpty { break }
      let open = round.accepted.count + round.deferred.count
      idleRounds = open < fewest ? 0 : idleRounds + 1
      fewest = min(fewest, open)
      if idleRounds == fixRoundLimit {
        throw .neverEnds(rules: Self.rules(round, findings), paths: round.edits.keys.sorted())
      }
      var step: Step
      do {
        step = try self.step(round, findings)
      } catch {
        // What is made for an empty list may not be stacked.
        guard round.isStacked, case .breaksFile = error else { throw error }
        round = FixRound(findings) { wants($0, $1, tree) }
        step = try self.step(round, findings)
      }
      log.note(round.accepted, of: findings) { tree.bytes(at: $0) ?? [] }
      (tree, files) = (step.tree, step.files)
      isIdle = false
    }
    let changed = files.values.filter { $0.bytes != $0.original }.sorted { $0.path < $1.path }
    return Outcome(tree: tree, fixed: log.removed(leaving: tree.findings), files: changed, isIdle: isIdle)
  }

  /// What a round makes of the tree.
  private struct Step {
    let tree: Tree
    let files: [String: EditedFile]
  }

  /// Makes the edits of one round.
  private func step(_ round: FixRound, _ findings: [Finding]) throws(FixFault) -> Step {
    var files = files
    var changed: [String: [UInt8]] = [:]
    for (path, edits) in round.edits {
      var file = files[path] ?? EditedFile(path: path, original: tree.bytes(at: path))
      guard file.make(edits) else {
        throw .breaksFile(rules: Self.rules(round, findings), path: path)
      }
      changed[path] = file.bytes
      files[path] = file
    }
    let tree = try updated(with: changed)
    if let broken = changed.keys.sorted().first(where: { !tree.isReadable($0) }) {
      throw .breaksFile(rules: Self.rules(round, findings), path: broken)
    }
    return Step(tree: tree, files: files)
  }

  private func updated(with bytes: [String: [UInt8]]) throws(FixFault) -> Tree {
    do {
      return try tree.updating(bytes)
    } catch {
      throw .unreadable(error)
    }
  }

  private static func rules(_ round: FixRound, _ findings: [Finding]) -> [String] {
    Set(round.accepted.map { findings[$0].rule }).sorted()
  }
}

/// Rounds without fewer findings to fix, after which the fixes will never end: each undoes what another does.
private let fixRoundLimit = 10
