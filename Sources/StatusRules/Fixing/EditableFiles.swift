import StatusDiagnostics
import StatusModel

/// Tells which files of a tree a fix may change: not those that are not understood from beginning to end, since what a
/// rule sees of them may not be what they say; in no file below a code fence or a comment that is never closed, where
/// nobody would see it; and no file at all where state.json cannot be read, since the profile is a guess then.
package struct EditableFiles {
  private let workspace: Workspace
  private var known: [String: Bool] = [:]

  /// The files of `workspace`.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// `finding`, without its fix where that would change a file that may not be changed.
  package mutating func withoutImpossibleFix(_ finding: Finding) -> Finding {
    guard let fix = finding.fix,
      !fix.files.allSatisfy({ allows($0.path) && isVisible($0) })
    else { return finding }
    var finding = finding
    finding.fix = nil
    return finding
  }

  private func isVisible(_ edits: Fix.FileEdits) -> Bool {
    guard let blocks = workspace.file(at: edits.path)?.unclosed, !blocks.isEmpty else { return true }
    return edits.edits.allSatisfy { edit in !blocks.contains { $0.hides(edit.range) } }
  }

  private mutating func allows(_ path: String) -> Bool {
    if let known = known[path] { return known }
    let isUnderstood =
      !workspace.hasUnreadableRegistry
      && workspace.file(at: path).map { $0.isUnderstood(in: workspace) } ?? false
    known[path] = isUnderstood
    return isUnderstood
  }
}

extension TrackedFile {
  /// Whether no rule of the family syntax has anything to say about the file, but for a byte order mark.
  fileprivate func isUnderstood(in workspace: Workspace) -> Bool {
    failure == nil && syntax.isReadable && syntax.duplicateKeys.isEmpty
      && !MalformedPlan.isMalformed(self, in: workspace) && plan?.hidden.phaseCount ?? 0 == 0
  }
}
