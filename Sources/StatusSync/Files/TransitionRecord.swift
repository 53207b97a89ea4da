import StatusModel
import StatusSyntax

/// What a project state keeps of a step that leaves no other trace: why an illegal one was taken, and the dates of a
/// task that begins anew.
struct TransitionRecord {
  /// The member that holds such records: `transition_overrides`, `restarts`.
  let key: String
  /// The record.
  let draft: JSONDraft

  /// An illegal step, and why it was taken.
  static func override(_ step: TaskStep, reason: String, at time: Timestamp, _ words: StatusVocabulary)
    -> TransitionRecord
  {
    TransitionRecord(
      key: "transition_overrides",
      draft: .object([
        .init("from", .string(words.value(step.old))), .init("to", .string(words.value(step.new))),
        .init("reason", .string(reason)), .init("timestamp", .string(time.shown)),
      ]))
  }

  /// A task that begins anew, and the dates that it loses by that; nil where it has none.
  static func restart(_ step: TaskStep, dates: [TimestampClaim], in source: [UInt8], at time: Timestamp)
    -> TransitionRecord?
  {
    let lost = dates.compactMap { claim -> JSONDraft.Member? in
      guard let event = claim.event, claim.reading.found != nil else { return nil }
      let text = String(decoding: source[claim.valueRange.indices], as: UTF8.self)
      return JSONDraft.Member(event.rawValue, .string(text))
    }
    guard !lost.isEmpty else { return nil }
    return TransitionRecord(
      key: "restarts", draft: .object([.init("timestamp", .string(time.shown))] + lost))
  }
}
