import StatusDiagnostics
import StatusModel
import StatusText

/// The comments that suppress findings in one file, asked from its beginning to its end.
///
/// Sections nest, and so do the comments that hold for them: for each target, the last one that is open is the
/// innermost.
struct SuppressionSweep {
  /// A name in a comment, by the numbers of both.
  struct Name: Hashable {
    let comment: Int
    let name: Int
  }

  /// A name whose comment has been passed.
  private struct Passed {
    let name: Name
    let scope: ByteRange
  }

  private let comments: [SuppressionComment]
  /// The number of comments that have been passed.
  private var passed = 0
  private var sections: [SuppressionTarget: [Passed]] = [:]
  private var lines: [SuppressionTarget: Passed] = [:]
  private var whole: [SuppressionTarget: Passed] = [:]
  /// For each target, where the last `enable` ends it.
  private var ends: [SuppressionTarget: UInt32] = [:]
  /// The names that have suppressed a finding.
  private(set) var used: Set<Name> = []
  /// The numbers of the `enable` comments that ended nothing.
  private(set) var endNothing: Set<Int> = []

  /// A sweep of a file with these comments.
  init(_ comments: [SuppressionComment]) {
    self.comments = comments
    for (index, comment) in comments.enumerated() where comment.directive == .disableFile {
      for (target, passed) in Self.names(of: comment, index)
      where whole[target] == nil && !comment.scope.isEmpty {
        whole[target] = passed
      }
    }
  }

  /// The comment that suppresses a finding of a rule with these targets at `offset`, which is not before the last one
  /// that was asked about. If several do, it is the narrowest.
  mutating func comment(for targets: [SuppressionTarget], at offset: UInt32) -> SuppressionComment? {
    pass(to: offset)
    guard let found = line(targets, offset) ?? section(targets, offset) ?? file(targets) else { return nil }
    used.insert(found.name)
    return comments[found.name.comment]
  }

  /// Passes all comments that are left.
  mutating func finish() { pass(to: .max) }

  private mutating func pass(to offset: UInt32) {
    while passed < comments.count, comments[passed].range.end <= offset {
      let comment = comments[passed]
      switch comment.directive {
      case .disable:
        for (target, name) in Self.names(of: comment, passed) { sections[target, default: []].append(name) }
      case .disableNextLine:
        for (target, name) in Self.names(of: comment, passed) {
          // Of several for one line, the first one is enough.
          if lines[target]?.scope != comment.scope { lines[target] = name }
        }
      case .enable: end(comment)
      case .disableFile, nil: break
      }
      passed += 1
    }
  }

  private mutating func end(_ comment: SuppressionComment) {
    let isOpen = sections.keys.contains { open($0, at: comment.range.start) != nil }
    if !isOpen { endNothing.insert(passed) }
    let targets =
      comment.names.isEmpty ? [.all] : comment.names.compactMap { SuppressionTarget(named: $0.text) }
    for target in targets { ends[target] = comment.range.end }
  }

  private func line(_ targets: [SuppressionTarget], _ offset: UInt32) -> Passed? {
    targets.lazy.compactMap { lines[$0] }.first { $0.scope.start <= offset && offset < $0.scope.end }
  }

  private func file(_ targets: [SuppressionTarget]) -> Passed? {
    targets.lazy.compactMap { whole[$0] }.first
  }

  private mutating func section(_ targets: [SuppressionTarget], _ offset: UInt32) -> Passed? {
    let end = targets.compactMap { ends[$0] }.max() ?? 0
    return targets.compactMap { open($0, at: offset) }.filter { $0.scope.start > end }
      .max { $0.scope.start < $1.scope.start }
  }

  /// The innermost comment for `target` whose section has not ended before `offset`.
  private mutating func open(_ target: SuppressionTarget, at offset: UInt32) -> Passed? {
    while let last = sections[target]?.last {
      if offset < last.scope.end { return last }
      sections[target]?.removeLast()
    }
    return nil
  }

  private static func names(of comment: SuppressionComment, _ index: Int) -> [(SuppressionTarget, Passed)] {
    comment.names.enumerated().compactMap { number, name in
      SuppressionTarget(named: name.text).map {
        ($0, Passed(name: Name(comment: index, name: number), scope: comment.scope))
      }
    }
  }
}
