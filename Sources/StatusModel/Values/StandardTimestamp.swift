import StatusText

/// Reads the two standard forms and nothing else: what nearly every timestamp is, without a look at all that it
/// could be. `TimestampReader` gives the same answer, more slowly.
enum StandardTimestamp {
  /// The reading of `bytes` when they are `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SSZ` from end to end, and such a time
  /// exists; `base` is where they begin in the file.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> TimestampReading? {
    guard bytes.count == 10 || bytes.count == 20, bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"),
      let day = CalendarDay(year: number(bytes, 0, 4), month: number(bytes, 5, 2), day: number(bytes, 8, 2))
    else { return nil }
    let whole = ByteRange(base, base + bytes.count)
    let end = ByteRange(whole.upper, whole.upper)
    if bytes.count == 10 {
      return .valid(
        FoundTimestamp(timestamp: Timestamp(day), form: .date, range: whole, isExact: false, trailing: end))
    }
    guard bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes[19] == UInt8(ascii: "Z"),
      let timestamp = Timestamp(
        day, hour: number(bytes, 11, 2), minute: number(bytes, 14, 2), second: number(bytes, 17, 2))
    else { return nil }
    return .valid(
      FoundTimestamp(timestamp: timestamp, form: .full, range: whole, isExact: true, trailing: end))
  }

  /// The number that `count` digits make; -1, which no part of a time is, when one is not a digit.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    var value = 0
    for byte in bytes[start..<start + count] {
      guard ASCII.isDigit(byte) else { return -1 }
      value = value * 10 + Int(byte & 0x0F)
    }
    return value
  }
}
