import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

extension TransitionRecord {
  /// The record of a task that is reopened or restarted, with the dates and the reason that it loses; nil if it loses
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
    if let reason = reason(of: subject, step, in: workspace, registry) {
      lost.append(.init("abandonment_reason", .string(reason)))
    }
    guard !lost.isEmpty else { return nil }
    return TransitionRecord(
      key: "restarts", draft: .object([.init("timestamp", .string(time.shown))] + lost))
  }

  private static func reason(
    of subject: TaskSubject, _ step: TaskStep, in workspace: Workspace, _ registry: SourceText
  ) -> String? {
    guard step.old == .abandoned else { return nil }
    let object = workspace.registrySource?.json?.value(at: subject.state.range)
    for key in TaskStateLayout.abandonmentKeys {
      if let text = object?[key]?.string, !text.isEmpty { return text }
    }
    guard let field = subject.entry.field(.abandonmentReason), let list = workspace.taskList else {
      return nil
    }
    let text = ReasonText.normalized(list.source.text(ByteRange(field.valueRange.lower, field.region.upper)))
    return text.isEmpty ? nil : text
  }
}
