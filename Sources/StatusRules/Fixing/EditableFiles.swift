import StatusDiagnostics
import StatusModel

/// Tells which files of a tree a fix may change: not those that are not understood from beginning to end. What a rule
/// sees of them may not be what they say. Where state.json cannot be read, no file may be changed: by which profile the tree
/// is to be judged is a guess then.
package struct EditableFiles {
  private let workspace: Workspace
  private var known: [String: Bool] = [:]

  /// The files of `workspace`.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// `finding`, without its fix where that would change a file that may not be changed.
  package mutating func withoutImpossibleFix(_ finding: Finding) -> Finding {
    guard let fix = finding.fix, !fix.files.allSatisfy({ allows($0.path) }) else { return finding }
    var finding = finding
    finding.fix = nil
    return finding
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
      && !MalformedPlan.isMalformed(self, in: workspace)
  }
}
