import StatusClaims
import StatusDiagnostics
import StatusModel
import StatusText

/// Two dates of something: when it began, and when it changed.
struct DateRules {
  /// A date as it is written.
  struct Entry {
    let name: String
    let place: PlacedText
    let timestamp: Timestamp?

    /// The date `name`, if it is there. `read` understands what is written.
    init?(_ name: String, _ place: PlacedText?, read: (String) -> Timestamp? = Entry.standard) {
      guard let place, !place.text.isEmpty else { return nil }
      self.name = name
      self.place = place
      timestamp = read(place.text)
    }

    /// A date in the usual forms.
    static func standard(_ text: String) -> Timestamp? { Timestamp.read(text).found?.timestamp }
  }

  let subject: String
  let now: Int
  /// How much it matters.
  var severity = Severity.error

  /// Reports dates that are none, lie in the future, or come in the wrong order.
  func check(_ begun: Entry?, _ changed: Entry?, into findings: inout ClaimFindings) {
    let today = Timestamp(secondsSince1970: now)?.day.number ?? 0
    for entry in [begun, changed].compactMap({ $0 }) {
      if entry.timestamp == nil {
        findings.report("invalid-timestamp", severity, subject, .notADate(entry), at: entry.place.location)
      } else if let day = entry.timestamp?.day, day.number > today + 1 {
        findings.report("future-timestamp", severity, subject, .future(entry), at: entry.place.location)
      }
    }
    guard let begun, let changed, let first = begun.timestamp, let last = changed.timestamp,
      last.day < first.day
    else {
      return
    }
    findings.report(
      "timestamp-order", severity, subject, .order(begun, changed), at: changed.place.location,
      claims: [Claim(begun.place.location, "\(begun.name) is \"\(begun.place.text)\" here")])
  }
}

extension String {
  fileprivate static func notADate(_ entry: DateRules.Entry) -> String {
    "\(entry.name) \"\(entry.place.text)\" is not a date"
  }
  fileprivate static func future(_ entry: DateRules.Entry) -> String {
    "\(entry.name) \"\(entry.place.text)\" is in the future"
  }
  fileprivate static func order(_ begun: DateRules.Entry, _ changed: DateRules.Entry) -> String {
    "\(changed.name) \"\(changed.place.text)\" is before \(begun.name) \"\(begun.place.text)\""
  }
}
