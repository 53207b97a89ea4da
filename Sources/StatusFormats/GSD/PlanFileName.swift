import StatusClaims
import StatusText

/// What the name of a file in the directory of a phase says.
struct PlanFileName {
  enum Kind {
    case plan, summary, verification
  }

  let kind: Kind
  /// The phase in the name; nil if it names none.
  let phase: GSDNumber?
  /// The plan in the phase; empty for the phase as a whole.
  let key: PlanKey

  /// `02-01-PLAN.md`, `02.1-03-SUMMARY.md`, `14-P01-PLAN.md`, `12-PLAN-05.md`, `PLAN-01-x.md`, `02-PLAN.md`, `PLAN.md`,
  /// `02-VERIFICATION.md`; nil for any other name.
  init?(_ name: String, code: String?) {
    guard name.hasSuffix(".md") else { return nil }
    let bytes = Array(name.utf8.dropLast(3))
    var cursor = TextCursor(bytes, ByteRange(0, bytes.count))
    let number = GSDNumber.take(&cursor, code: code)
    if number != nil, !cursor.take("-") { return nil }
    var key = number == nil ? nil : Self.takeKey(&cursor)
    guard let kind = Self.kind(&cursor) else { return nil }
    if key == nil, cursor.byte == UInt8(ascii: "-") {
      cursor.place += 1
      // `PLAN-REVIEW` and its like are not plans.
      guard let found = PlanKey.take(&cursor) else { return nil }
      key = found
      if let next = cursor.byte, next != UInt8(ascii: "-") { return nil }
      cursor.place = cursor.end
    }
    guard cursor.isAtEnd, kind != .verification || key == nil else { return nil }
    self.kind = kind
    phase = number
    self.key = key ?? .whole
  }

  /// The same name in the directory of phase `number`, where the name need not repeat it: `01-PLAN.md` is its first plan.
  func inDirectory(of number: GSDNumber) -> PlanFileName {
    guard let phase, phase != number, key.isWhole, kind != .verification else {
      return PlanFileName(kind: kind, phase: phase ?? number, key: key)
    }
    return PlanFileName(kind: kind, phase: number, key: PlanKey(text: phase.text))
  }

  private init(kind: Kind, phase: GSDNumber?, key: PlanKey) {
    self.kind = kind
    self.phase = phase
    self.key = key
  }

  /// The number of the plan, and a slug after it.
  private static func takeKey(_ cursor: inout TextCursor) -> PlanKey? {
    var ahead = cursor
    guard let key = PlanKey.take(&ahead), ahead.take("-") else { return nil }
    // Words between the number and what the file is.
    while kindLength(ahead) == nil {
      let dash = ahead.bytes.offset(of: UInt8(ascii: "-"), from: ahead.place, to: ahead.end)
      guard dash < ahead.end else { return nil }
      ahead.place = dash + 1
    }
    cursor = ahead
    return key
  }

  private static func kind(_ cursor: inout TextCursor) -> Kind? {
    guard let (kind, length) = kindLength(cursor) else { return nil }
    cursor.place += length
    return kind
  }

  private static func kindLength(_ cursor: TextCursor) -> (Kind, length: Int)? {
    for (kind, word) in [(Kind.plan, "PLAN"), (.summary, "SUMMARY"), (.verification, "VERIFICATION")] {
      let end = cursor.place + word.utf8.count
      if end <= cursor.end, cursor.bytes[cursor.place..<end].elementsEqual(word.utf8),
        end == cursor.end || cursor.bytes[end] == UInt8(ascii: "-")
      {
        return (kind, word.utf8.count)
      }
    }
    return nil
  }
}
