import StatusModel

/// The time of an update, and the time of the event that it reports.
struct SyncMoment {
  /// The current time, a full timestamp.
  let now: Timestamp
  /// The time of the event: a full timestamp or a date; the current time by default.
  let event: Timestamp

  /// Reads a time from a caller; the error says why it cannot be used.
  static func read(_ text: String?, now: Timestamp) -> Result<SyncMoment, SyncError> {
    guard let text else { return .success(SyncMoment(now: now, event: now)) }
    guard let event = timestamp(text) else { return .failure(.malformedTimestamp(text, full: false)) }
    if let error = tooLate(event, text, now) { return .failure(error) }
    return .success(SyncMoment(now: now, event: event))
  }

  /// Reads a full timestamp from a caller.
  func instant(_ text: String) -> Result<Timestamp, SyncError> {
    guard let instant = Self.timestamp(text), !instant.isDate else {
      return .failure(.malformedTimestamp(text, full: true))
    }
    if let error = Self.tooLate(instant, text, now) { return .failure(error) }
    return .success(instant)
  }

  /// A timestamp in a standard form, or one that has a date, a time with seconds, and a zone; a fraction of a second,
  /// as `toISOString()` of JavaScript writes it, is dropped.
  private static func timestamp(_ text: String) -> Timestamp? {
    guard let found = Timestamp.read(text).found, !found.isEmbedded, found.trailing.isEmpty else {
      return nil
    }
    let isInstant = found.isExact || [.fractional, .offset, .offsetWithZ, .lowercase].contains(found.form)
    return found.form == .date || isInstant ? found.timestamp : nil
  }

  /// The time of the change of the files: the current time, or a later event from a clock that is fast.
  var change: Timestamp { !event.isDate && now.isBefore(event) ? event : now }

  /// How far the clock of a caller may be ahead of ours, in seconds.
  private static let clockDifference = 300

  /// An event cannot be in the future.
  private static func tooLate(_ timestamp: Timestamp, _ text: String, _ now: Timestamp) -> SyncError? {
    guard let limit = Timestamp(secondsSince1970: now.secondsSince1970 + clockDifference),
      limit.isBefore(timestamp)
    else { return nil }
    return .futureTimestamp(text, now.fullText ?? now.dateText)
  }
}
