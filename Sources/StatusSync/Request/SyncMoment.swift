import StatusModel

/// When an update happens, and when what it reports has happened.
struct SyncMoment {
  /// The present, an instant.
  let now: Timestamp
  /// When it happened: an instant or a whole day; the present where nobody said.
  let event: Timestamp

  /// Reads what a caller gave; the error says why it cannot be used.
  static func read(_ text: String?, now: Timestamp) -> Result<SyncMoment, SyncError> {
    guard let text else { return .success(SyncMoment(now: now, event: now)) }
    guard let event = timestamp(text) else { return .failure(.malformedTimestamp(text, full: false)) }
    if let error = tooLate(event, text, now) { return .failure(error) }
    return .success(SyncMoment(now: now, event: event))
  }

  /// Reads an instant that a caller gave.
  func instant(_ text: String) -> Result<Timestamp, SyncError> {
    guard let instant = Self.timestamp(text), !instant.isDate else {
      return .failure(.malformedTimestamp(text, full: true))
    }
    if let error = Self.tooLate(instant, text, now) { return .failure(error) }
    return .success(instant)
  }

  /// A timestamp in a standard form, or one that has a date, a time with seconds, and a zone; a fraction of a second, as
  /// `toISOString()` of JavaScript writes it, is dropped.
  private static func timestamp(_ text: String) -> Timestamp? {
    guard let found = Timestamp.read(text).found, !found.isEmbedded, found.trailing.isEmpty else {
      return nil
    }
    let isInstant = found.isExact || [.fractional, .offset, .offsetWithZ, .lowercase].contains(found.form)
    return found.form == .date || isInstant ? found.timestamp : nil
  }

  /// When the files change: the present, or what is reported of a moment later, by a clock that is fast.
  var change: Timestamp { !event.isDate && now.isBefore(event) ? event : now }

  /// How far the clocks of those who report may differ from ours, in seconds.
  private static let clockDifference = 300

  /// Nothing has happened tomorrow.
  private static func tooLate(_ timestamp: Timestamp, _ text: String, _ now: Timestamp) -> SyncError? {
    guard let limit = Timestamp(secondsSince1970: now.secondsSince1970 + clockDifference),
      limit.isBefore(timestamp)
    else { return nil }
    return .futureTimestamp(text, now.fullText ?? now.dateText)
  }
}

extension Timestamp {
  /// The timestamp in one of `forms`: as an instant where it is one and they allow it, else as a date. Nil for a day
  /// where only an instant will do.
  func text(in forms: TimestampFormSet) -> String? {
    if forms.contains(.full), let fullText { return fullText }
    return forms.contains(.date) ? dateText : nil
  }

  /// As people read it.
  var shown: String { fullText ?? dateText }
}
