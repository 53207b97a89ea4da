import StatusText

/// A day as `2026-11-02`, somewhere in a text.
package struct WrittenDay: Sendable {
  /// The ten characters.
  package let range: ByteRange
  /// The day; nil if the calendar does not have it.
  package let day: CalendarDay?

  /// The first text of this form in `range`; nil if there is none.
  package init?(in source: SourceText, _ range: ByteRange) {
    let bytes = source.bytes
    guard range.count >= 10 else { return nil }
    for start in range.lower...range.upper - 10 where Self.isForm(bytes, at: start, before: range.upper) {
      if start > range.lower, ASCII.isAlphanumeric(bytes[start - 1]) { continue }
      func number(_ offset: Int, _ count: Int) -> Int {
        bytes[start + offset..<start + offset + count].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      }
      self.range = ByteRange(start, start + 10)
      day = CalendarDay(year: number(0, 4), month: number(5, 2), day: number(8, 2))
      return
    }
    return nil
  }

  private static func isForm(_ bytes: [UInt8], at start: Int, before end: Int) -> Bool {
    for offset in 0..<10 {
      let byte = bytes[start + offset]
      if offset == 4 || offset == 7 ? byte != UInt8(ascii: "-") : !ASCII.isDigit(byte) { return false }
    }
    return start + 10 == end || !ASCII.isDigit(bytes[start + 10])
  }
}
