import StatusText

/// When a report says that it was made.
enum ReportMoment {
  /// The time in reports, from SOURCE_DATE_EPOCH; nil for the current time.
  static func sourceDateEpoch(in surroundings: Surroundings) throws(CommandError) -> Int? {
    guard let text = surroundings.variable("SOURCE_DATE_EPOCH"), !text.isEmpty else { return nil }
    guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
      throw CommandError.usage(
        "SOURCE_DATE_EPOCH is \"\(text)\", which is not a number of seconds since 1970",
        hint: "unset it, or set it to the commit's time: git log -1 --format=%ct")
    }
    return seconds
  }

  /// The present, in seconds since 1970: the time from SOURCE_DATE_EPOCH, so that equal input gives equal output, or the
  /// current time.
  static func present(in surroundings: Surroundings) throws(CommandError) -> Int {
    try sourceDateEpoch(in: surroundings) ?? surroundings.now()
  }
}
