import StatusModel
import StatusSyntax

/// The record of a session that was replaced while it worked on the task, in a project state.
enum TakeoverRecord {
  private static let key = "takeovers"

  /// The record of `claim`, replaced by `session`.
  static func record(_ claim: SessionClaim, by session: String, at time: Timestamp) -> TransitionRecord {
    var members = [
      JSONDraft.Member("session_id", .string(session)), .init("replaced", .string(claim.session)),
    ]
    if let started = claim.started { members.append(.init("replaced_started", .string(started))) }
    members.append(.init("timestamp", .string(time.shown)))
    return TransitionRecord(key: key, draft: .object(members))
  }

  /// The session that replaced `session` last, and when, according to the project state; nil if it records none.
  static func last(of session: String, from subject: TaskSubject, in workspace: Workspace) -> (
    session: String, time: String
  )? {
    for index in subject.task.directories where !workspace.directories[index].isArchived {
      guard let file = workspace.projectState(in: workspace.directories[index]),
        let records = JSONTree(file.source).root?[key]?.elements
      else { continue }
      var found: (session: String, time: String)?
      for record in records where record["replaced"]?.string == session {
        guard let by = record["session_id"]?.string, let time = record["timestamp"]?.string else { continue }
        found = (by, time)
      }
      if let found { return found }
    }
    return nil
  }
}
