import StatusModel
import StatusSyntax

/// The session that a task's entry in state.json has on record, and since when.
package struct SessionClaim: Sendable, Equatable {
  /// Its name.
  package let session: String
  /// When it claimed the task, as the entry says; nil where the entry says only when it was last changed.
  package let started: String?
  /// When the entry was last changed; nil where it does not say.
  let updated: String?

  /// Nil where the entry has no session on record.
  init?(on subject: TaskSubject, in workspace: Workspace) {
    guard let registry = workspace.registry else { return nil }
    let moment = SyncMoment(now: workspace.now, event: workspace.now)
    guard let entry = RegistryEditor(registry, workspace, moment).object(subject.state),
      let session = entry["session_id"]?.string, !session.isEmpty
    else { return nil }
    self.session = session
    started = entry["session_started"]?.string
    updated = entry["last_updated"]?.string
  }

  /// ", since …", as far as the entry says.
  var since: String {
    if let started { return ", since \(started)" }
    return updated.map { ", last seen \($0)" } ?? ""
  }
}
