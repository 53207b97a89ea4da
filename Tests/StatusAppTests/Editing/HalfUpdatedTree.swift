import StatusDiagnostics
import StatusModel
import StatusRules
import StatusSync
import StatusText

/// An update of a tree that changes only some files: `check --fix` must update the others.
struct HalfUpdatedTree {
  /// The tree after the whole update.
  let new: MemoryTree
  /// The tree after a part of it.
  private(set) var half: MemoryTree

  /// Nil where `update` refuses the request.
  init?(_ tree: MemoryTree, _ request: UpdateRequest) {
    guard let update = try? UpdatePlanner(tree.workspace(), facts: [:]).plan(request).get() else {
      return nil
    }
    var changed = tree
    for file in update.files { changed.files[file.path] = file.new }
    new = changed
    half = changed
  }

  /// The same update, with `bytes` in the file at `path`.
  func with(_ bytes: [UInt8]?, at path: String) -> HalfUpdatedTree {
    var other = self
    if let bytes { other.half.files[path] = bytes }
    return other
  }

  /// The half tree with the fixes of `rules` made; nil if the first rule has no fix that changes the file at `path`.
  func fixed(_ rules: [String], changing path: String) throws -> MemoryTree? {
    var tree = half
    tree.selection = try RuleSelection(select: rules)
    let isFixed = tree.findings().contains { finding in
      finding.rule == rules[0] && finding.fix?.files.contains { $0.path == path } ?? false
    }
    return isFixed ? try Self.fixed(half, rules) : nil
  }

  /// `tree` with the fixes of `rules` made.
  static func fixed(_ tree: MemoryTree, _ rules: [String]) throws -> MemoryTree {
    var tree = tree
    tree.selection = try RuleSelection(select: rules)
    for _ in 1...5 {
      let round = FixRound(tree.findings()) { _ in true }
      if round.accepted.isEmpty { break }
      for (path, edits) in round.edits {
        tree.files[path] = tree.files[path].flatMap { edits.applied(to: $0) }
      }
    }
    return tree
  }

  /// The lines of the file at `path`, after the whole update.
  func lines(_ path: String) -> [Substring] { Self.lines(new, path) }

  private static func lines(_ tree: MemoryTree, _ path: String) -> [Substring] {
    String(decoding: tree.files[path] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines of the file at `path` that `update` and the fixes write differently. When a file was last updated is
  /// compared only where the fixes say so: without a date to write, they do not know.
  func difference(_ fixed: MemoryTree, at path: String) -> String {
    let updates = [new, half, fixed].map { Self.lines($0, path).filter(Self.isLastUpdated) }
    let isTold = updates[1] != updates[2]
    let lines = [new, fixed].map { tree in
      Self.lines(tree, path).filter { isTold || !Self.isLastUpdated($0) }
    }
    return lines[1].difference(from: lines[0]).map { change in
      switch change {
      case .remove(let line, let text, _): "update \(line): \(text)"
      case .insert(let line, let text, _): "--fix  \(line): \(text)"
      }
    }.joined(separator: "\n")
  }

  private static func isLastUpdated(_ line: Substring) -> Bool {
    line.contains("last_updated\"") || line.hasPrefix("**Last Updated:**")
  }
}
