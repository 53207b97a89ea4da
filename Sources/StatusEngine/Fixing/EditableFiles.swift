import StatusDiagnostics
import StatusModel

/// Decides which files of a tree a fix may change.
///
/// A fix may create a file. It never changes a file that cannot be parsed completely, because rules see only a part of
/// it. It never writes below a code fence or a comment that is not closed, because the text would be hidden. If
/// state.json cannot be read, the profile is a guess, and a fix changes no file at all.
package struct EditableFiles {
  private let workspace: Workspace
  private var known: [String: Bool] = [:]

  /// The files of `workspace`.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// `finding`, without its fix if the fix would change a file that must not be changed.
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
    // A file that does not exist is created.
    let isUnderstood =
      !workspace.hasUnreadableRegistry
      && workspace.file(at: path).map { $0.isUnderstood(in: workspace) } ?? true
    known[path] = isUnderstood
    return isUnderstood
  }
}

extension TrackedFile {
  /// Whether the file has no finding of the family syntax, except for a byte order mark.
  fileprivate func isUnderstood(in workspace: Workspace) -> Bool {
    failure == nil && syntax.isReadable && syntax.duplicateKeys.isEmpty
      && !workspace.context.isMalformedPlan(self) && plan?.hidden.phaseCount ?? 0 == 0
  }
}
