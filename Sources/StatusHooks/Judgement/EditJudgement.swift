import StatusDiagnostics
import StatusEngine
import StatusModel

/// What an edit makes worse in a tree: the findings that there were not before, as far as they are the fault of the edit.
///
/// New errors count, and new warnings about a task that the edit moves. A tree that contradicts itself already may be
/// edited, as long as it does not contradict itself more.
package struct EditJudgement: Sendable {
  /// The tree before the edit.
  package let before: Snapshot
  /// The tree after it.
  package let after: Snapshot
  /// What the edit moved.
  package let change: Change
  /// The findings that it made, in the order of reports.
  package let worse: [Finding]

  /// The judgement of an edit of the tree at `location`.
  package init(from before: Snapshot, to after: Snapshot, at location: TreeLocation, jobs: Int? = nil) {
    self.before = before
    self.after = after
    let inspection = Inspection(after, .init(location, jobs: jobs, earlier: before.workspace))
    change = inspection.change ?? Change(from: before.workspace, to: after.workspace)
    let moved = Set(change.transitions.compactMap(\.leading.task))
    let pending = PendingSteps(from: before.workspace, to: after.workspace)
    let found = inspection.findings.filter { finding in
      let counts =
        finding.severity == .error
        || finding.severity == .warning && finding.task.map(moved.contains) ?? false
      return counts && !pending.contains(finding)
    }
    guard !found.isEmpty else {
      worse = []
      return
    }
    // Only now it matters what was wrong before, and only in the same ways.
    let rules = Set(found.map(\.rule))
    let former = Inspection(before, .init(location, jobs: jobs, rules: rules)).findings
    var excess = Self.counts(found)
    for (key, count) in Self.counts(former) { excess[key] = excess[key].map { $0 - count } }
    let identities = Set(former.map(\.identity))
    var worse: [Finding] = []
    for finding in found where !identities.contains(finding.identity) {
      let key = Key(finding)
      let isMoved = finding.task.map(moved.contains) ?? false
      guard isMoved || excess[key, default: 0] > 0 else { continue }
      excess[key, default: 0] -= 1
      worse.append(finding)
    }
    self.worse = worse
  }

  /// What a finding is about, whatever was found: the same mistake spelled in another way is not another mistake.
  private struct Key: Hashable {
    let rule: String
    let subject: String
    let phase: String?

    init(_ finding: Finding) {
      rule = finding.rule
      subject = finding.task.map(String.init) ?? finding.location?.path ?? ""
      phase = finding.phase
    }
  }

  private static func counts(_ findings: [Finding]) -> [Key: Int] {
    findings.reduce(into: [:]) { $0[Key($1), default: 0] += 1 }
  }
}
