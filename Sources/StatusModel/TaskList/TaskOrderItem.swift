import StatusText

/// A task that the section Task Order names with a status: a second claim beside the one of the task's entry.
package struct TaskOrderItem: Sendable {
  /// The task's number.
  package let number: Int
  /// Its digits.
  package let numberRange: ByteRange
  /// The status; in brackets right after the number, it may be one that is not certain.
  package let marker: Marker
  /// Whether other tasks before it on the line may have the same marker: `7, 8 [PLANNED]`.
  package var isShared = false

  /// Whether it says more than the status in its bracket: a date, say, which would be lost with the marker.
  package var saysMore: Bool {
    if case .worded = marker.reading { return true }
    return false
  }

  /// What is written in the place of the marker for a task with `status`: in brackets where it has some.
  package func text(for status: Status, _ vocabulary: StatusVocabulary) -> String {
    marker.form == .words ? vocabulary.word(status) : vocabulary.marker(status)
  }
}

extension TaskList {
  /// What the section Task Order says of each task that it names with a status, in order.
  package var orderByTask: [Int: [TaskOrderItem]] { Dictionary(grouping: order, by: \.number) }
}
