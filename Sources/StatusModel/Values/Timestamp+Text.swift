extension Timestamp {
  /// The timestamp in one of `forms`: a full timestamp if it is one and they allow it, else a date. Nil for a date if
  /// only a full timestamp is allowed.
  package func text(in forms: TimestampFormSet) -> String? {
    if forms.contains(.full), let fullText { return fullText }
    return forms.contains(.date) ? dateText : nil
  }

  /// The timestamp in one of `forms`; a date if only a full timestamp is allowed and it has no time.
  package func shown(in forms: TimestampFormSet) -> String { text(in: forms) ?? shown }

  /// The text for messages.
  package var shown: String { fullText ?? dateText }
}

extension FoundTimestamp {
  /// The timestamp for another file: only the date if the time is not exact.
  package var repeatable: Timestamp { isExact ? timestamp : Timestamp(timestamp.day) }
}
