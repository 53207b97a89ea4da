import StatusDiagnostics
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
  }

  private let wants: (Fix) -> Bool
  private var tree: Tree
  private var files: [String: EditedFile] = [:]
  private var log = FixLog()

  /// An engine that makes those fixes of `tree` that `wants` tells.
  package init(_ tree: Tree, wants: @escaping (Fix) -> Bool) {
    self.tree = tree
    self.wants = wants
  }

  /// Makes the fixes. Those that come to no end, or that break a file, are mistakes of ours.
  package consuming func run() throws(FixFault) -> Outcome {
    var fewest = Int.max
    var idleRounds = 0
    while true {
      let findings = tree.findings
      let round = FixRound(findings, wants: wants)
      if round.accepted.isEmpty { break }
      let rules = Set(round.accepted.map { findings[$0].rule }).sorted()
      let open = round.accepted.count + round.deferred.count
      idleRounds = open < fewest ? 0 : idleRounds + 1
      fewest = min(fewest, open)
      if idleRounds == fixRoundLimit { throw .neverEnds(rules: rules, paths: round.edits.keys.sorted()) }
      log.note(round.accepted, of: findings) { tree.bytes(at: $0) ?? [] }
      try apply(round.edits, rules)
    }
    let changed = files.values.filter { $0.bytes != $0.original }.sorted { $0.path < $1.path }
    return Outcome(tree: tree, fixed: log.removed(leaving: tree.findings), files: changed)
  }

  /// Makes the edits of one round.
  private mutating func apply(_ edits: [String: EditSet], _ rules: [String]) throws(FixFault) {
    var changed: [String: [UInt8]] = [:]
    for (path, edits) in edits {
      guard let bytes = tree.bytes(at: path) else { throw .breaksFile(rules: rules, path: path) }
      var file = files[path] ?? EditedFile(path: path, original: bytes)
      guard file.make(edits) else { throw .breaksFile(rules: rules, path: path) }
      changed[path] = file.bytes
      files[path] = file
    }
    tree = tree.revised(with: changed)
    if let broken = changed.keys.sorted().first(where: { !tree.isReadable($0) }) {
      throw .breaksFile(rules: rules, path: broken)
    }
  }
}

/// Rounds without fewer findings to fix, after which the fixes will never end: each undoes what another does.
private let fixRoundLimit = 10
