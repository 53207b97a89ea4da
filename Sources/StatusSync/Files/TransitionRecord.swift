import StatusModel
import StatusSyntax

/// A record in a project state of information that no other file keeps: the reason for an illegal transition, and the
/// dates that a reopened task loses.
struct TransitionRecord {
  /// The key of the list of these records: `transition_overrides`, `restarts`.
  let key: String
  /// The record.
  let draft: JSONDraft

  /// An illegal transition, and the reason for it.
  static func override(_ step: TaskStep, reason: String, at time: Timestamp, _ words: StatusVocabulary)
    -> TransitionRecord
  {
    TransitionRecord(
      key: TransitionOverride.key,
      draft: .object([
        .init("from", .string(words.value(step.old))), .init("to", .string(words.value(step.new))),
        .init("reason", .string(reason)), .init("timestamp", .string(time.shown)),
      ]))
  }
}
