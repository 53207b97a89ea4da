import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

extension TransitionRecord {
  /// The record of a task that is reopened or restarted, with the dates and the reasons that it loses; nil if it loses
  /// none. state.json takes precedence over TODO.md.
  static func restart(
    of subject: TaskSubject, _ step: TaskStep, in workspace: Workspace, _ registry: SourceText,
    at time: Timestamp
  ) -> TransitionRecord? {
    let words = workspace.profile.vocabulary
    guard step.reopens(in: words) || step.moves && words.kind(step.new) == .initial else { return nil }
    var lost: [JSONDraft.Member] = []
    let undone = step.undone(in: words)
    func lose(_ claims: [TimestampClaim], _ source: SourceText?) {
      for claim in claims {
        guard let event = claim.event, undone.contains(event), let source, claim.reading.found != nil,
          !lost.contains(where: { $0.key == event.rawValue })
        else { continue }
        lost.append(.init(event.rawValue, .string(source.text(claim.valueRange))))
      }
    }
    lose(subject.state.timestamps, registry)
    lose(subject.entry.timestamps, workspace.taskList?.source)
    for place in step.change(at: time, reason: nil, words).reasonsTakenBack {
      if let reason = reason(of: subject, at: place, in: workspace) {
        lost.append(.init(place.key, .string(reason)))
      }
    }
    guard !lost.isEmpty else { return nil }
    return TransitionRecord(
      key: "restarts", draft: .object([.init("timestamp", .string(time.shown))] + lost))
  }

  private static func reason(of subject: TaskSubject, at place: HaltReason, in workspace: Workspace)
    -> String?
  {
    let object = workspace.registrySource?.json?.value(at: subject.state.range)
    for key in place.keys {
      if let text = object?[key]?.string, !text.isEmpty { return text }
    }
    guard let field = subject.entry.field(place.field), let list = workspace.taskList else { return nil }
    let text = ReasonText.normalized(list.source.text(ByteRange(field.valueRange.lower, field.region.upper)))
    return text.isEmpty ? nil : text
  }
}
