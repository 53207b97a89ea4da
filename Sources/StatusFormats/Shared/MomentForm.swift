import StatusClaims
import StatusModel
import StatusText

/// How a moment is written somewhere, so that another one is written in the same way: `2026-01-31`, `2026-01-31 12:00`,
/// `2026-01-31T12:00:00.000Z`, `01-31-2026 12:00`.
struct MomentForm {
  private let hasMonthFirst: Bool
  /// What is between the date and the time; nil without a time.
  private let separator: String?
  private let hasSeconds: Bool
  private let fractionDigits: Int
  /// The offset of the clock from UTC, in minutes, and how it is written.
  private let zone: (minutes: Int, text: String)

  /// The form of `text`; nil if it is another one.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    func digits(_ count: Int) -> Bool {
      guard rest.count >= count, rest.prefix(count).allSatisfy(ASCII.isDigit) else { return false }
      rest = rest.dropFirst(count)
      return true
    }
    func take(_ characters: StaticString) -> String? {
      guard let byte = rest.first, ASCII.isOne(byte, of: characters) else { return nil }
      rest = rest.dropFirst()
      return String(decoding: [byte], as: UTF8.self)
    }
    let first = rest.prefix(while: ASCII.isDigit).count
    hasMonthFirst = first == 2
    guard digits(first == 4 ? 4 : 2), take("-") != nil, digits(2), take("-") != nil,
      digits(first == 4 ? 2 : 4)
    else {
      return nil
    }
    separator = take("T ")
    guard separator != nil else {
      (hasSeconds, fractionDigits, zone) = (false, 0, (0, ""))
      if !rest.isEmpty { return nil }
      return
    }
    guard digits(2), take(":") != nil, digits(2) else { return nil }
    hasSeconds = take(":") != nil
    if hasSeconds, !digits(2) { return nil }
    let fraction = hasSeconds && take(".") != nil ? rest.prefix(while: ASCII.isDigit).count : 0
    fractionDigits = fraction
    _ = digits(fraction)
    guard let zone = Self.zone(rest) else { return nil }
    self.zone = zone
  }

  /// Nothing, `Z`, `+09:00` or `+0900`.
  private static func zone(_ text: ArraySlice<UInt8>) -> (Int, String)? {
    let written = String(decoding: text, as: UTF8.self)
    if text.isEmpty || written == "Z" { return (0, written) }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard let sign = text.first, ASCII.isOne(sign, of: "+-"), digits.count == 4,
      digits.allSatisfy(ASCII.isDigit),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let minutes = number / 100 * 60 + number % 100
    return (sign == UInt8(ascii: "-") ? -minutes : minutes, written)
  }

  /// The moment so many seconds after 1970 began in UTC; nil outside of the years 1 to 9999.
  func text(secondsSince1970 seconds: Int) -> String? {
    guard let local = Timestamp(secondsSince1970: seconds + zone.minutes * 60) else { return nil }
    let date = local.dateText
    let day = hasMonthFirst ? "\(date.dropFirst(5))-\(date.prefix(4))" : date
    guard let separator, let second = local.second else { return day }
    let (hour, minute) = (Int(second) / 3600, Int(second) / 60 % 60)
    var text = "\(day)\(separator)\(hour.zeroPadded(to: 2)):\(minute.zeroPadded(to: 2))"
    if hasSeconds { text += ":\((Int(second) % 60).zeroPadded(to: 2))" }
    if fractionDigits > 0 { text += "." + String(repeating: "0", count: fractionDigits) }
    return text + zone.text
  }
}

extension PlanEdits {
  /// Writes the moment `now` at `place`, which people call `name`, in the form that it has there; nothing if there is no
  /// moment in a known form, or if nothing else changes.
  mutating func write(now: Int, at place: PlacedText?, _ name: String) {
    guard !places.isEmpty, let place, let text = MomentForm(place.text)?.text(secondsSince1970: now) else {
      return
    }
    write(text, at: place, name)
  }
}
