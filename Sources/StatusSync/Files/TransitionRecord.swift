import StatusModel
import StatusSyntax

/// What a project state keeps of a step that leaves no other trace: why an illegal one was taken, and what a task that is
/// opened again loses by that.
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
}
