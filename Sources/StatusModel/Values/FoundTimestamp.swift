import StatusText

/// A timestamp and how it stood in the text.
package struct FoundTimestamp: Hashable, Sendable {
  /// What it means.
  package var timestamp: Timestamp
  /// How it is spelled.
  package var form: TimestampForm
  /// The bytes of the timestamp alone.
  package var range: ByteRange
  /// Whether it names an instant to the second in a known zone, with no more than that.
  package var isExact: Bool
  /// Whether words are before it.
  package var isEmbedded: Bool = false
  /// The text after it without the white space around; empty when there is none.
  package var trailing: ByteRange = .zero

  /// The same in a standard form, when nothing is lost or invented; nil otherwise, and for any other form.
  ///
  /// An instant shortens to its date, an offset converts to UTC; a date gains no time, a time no seconds and
  /// no zone, and a fraction is dropped only when it is zero.
  package func text(in form: TimestampForm) -> String? {
    switch form {
    case .date: timestamp.dateText
    case .full: isExact ? timestamp.fullText : nil
    default: nil
    }
  }
}
