import StatusModel
import StatusSyntax

/// The session that the entry of a task in state.json records, and since when.
package struct SessionClaim: Sendable, Equatable {
  /// Its name.
  package let session: String
  /// When it claimed the task; nil if the entry records only the last change.
  package let started: String?
  /// When the entry was last changed; nil if unknown.
  let updated: String?

  /// Nil if the entry records no session.
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

  /// ", since …", if the entry says so.
  var since: String {
    if let started { return ", since \(started)" }
    return updated.map { ", last seen \($0)" } ?? ""
  }
}
