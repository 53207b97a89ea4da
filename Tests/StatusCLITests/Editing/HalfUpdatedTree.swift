import StatusDiagnostics
import StatusEngine
import StatusModel
import StatusRules
import StatusSync
import StatusTestTrees
import StatusText

/// An update of a tree that changes only some files: `check --fix` must update the others.
struct HalfUpdatedTree {
  /// The tree after the whole update.
  let new: MemoryTree
  /// The tree after a part of it.
  private(set) var half: MemoryTree

  /// An update of `tree`, of which `workspace` was made; nil where it is refused.
  init?(_ tree: MemoryTree, _ workspace: Workspace, _ request: UpdateRequest) {
    guard let update = try? UpdatePlanner(workspace, facts: [:]).plan(request).get() else { return nil }
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

  /// The half tree with all fixes made; nil where no fix of `rule` changes the file at `path`.
  func fixed(_ rule: String, changing path: String) -> MemoryTree? {
    let isFixed = half.findings().contains { finding in
      finding.rule == rule && finding.fix?.files.contains { $0.path == path } ?? false
    }
    return isFixed ? Self.fixed(half) : nil
  }

  /// `tree` with all fixes of the rules that it selects made; nil if they are a mistake of ours.
  static func fixed(_ tree: MemoryTree) -> MemoryTree? {
    guard let outcome = try? tree.inspection().fixed(allowsUnsafe: true) else { return nil }
    var tree = tree
    for file in outcome.files { tree.files[file.path] = file.bytes }
    return tree
  }

  /// The lines of the file at `path`, after the whole update.
  func lines(_ path: String) -> [Substring] { Self.lines(new, path) }

  private static func lines(_ tree: MemoryTree, _ path: String) -> [Substring] {
    String(decoding: tree.files[path] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines of the file at `path` that `update` and the fixes write differently. When a file was last updated is
  /// compared only where the fixes say so: without a date to write, they do not know. A time of day is compared only
  /// where TODO.md has it, for the fix to read.
  func difference(_ fixed: MemoryTree, at path: String) -> String {
    let updates = [new, half, fixed].map { Self.lines($0, path).filter(Self.isLastUpdated) }
    let isTold = updates[1] != updates[2]
    let time = new.now.shown
    let knowsTime = lines("specs/TODO.md").contains { !Self.isLastUpdated($0) && $0.contains(time) }
    let lines = [new, fixed].map { tree in
      Self.lines(tree, path).map(String.init).filter { isTold || !Self.isLastUpdated($0) }
        .map { knowsTime || Self.isLastUpdated($0) ? $0 : $0.replacing(time, with: new.now.dateText) }
    }
    return lines[1].difference(from: lines[0]).map { change in
      switch change {
      case .remove(let line, let text, _): "update \(line): \(text)"
      case .insert(let line, let text, _): "--fix  \(line): \(text)"
      }
    }.joined(separator: "\n")
  }

  private static func isLastUpdated(_ line: some StringProtocol) -> Bool {
    line.contains("last_updated\"") || line.hasPrefix("**Last Updated:**")
  }
}
