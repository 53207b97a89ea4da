import StatusDiagnostics
import StatusEngine
import StatusModel
import StatusRules
import StatusSync
import StatusText

/// What `check` would find in a plan after an update and does not find before. An update takes what is reported as true -
/// phases that were done out of their order, two that are in progress at once - and says what is left to be settled.
package enum PlanFindings {
  /// A warning for each finding.
  package static func warnings(of update: PlannedUpdate, in workspace: Workspace) -> [SyncMessage] {
    let rules = RulesInForce(.standard, profile: workspace.profile)
    return update.files.flatMap { file -> [SyncMessage] in
      guard let old = workspace.file(at: file.path), old.kind == .plan else { return [] }
      let new = TrackedFile(
        kind: .plan, directory: old.directory, source: SourceText(path: file.path, bytes: file.new),
        vocabulary: workspace.profile.vocabulary)
      func messages(_ file: TrackedFile) -> [String] {
        rules.inspect(file, in: workspace.context).filter { $0.severity != .off }.map(\.message)
      }
      let known = Set(messages(old))
      return messages(new).filter { !known.contains($0) }.map { "\(path: file.path): \($0)" }
    }
  }
}
