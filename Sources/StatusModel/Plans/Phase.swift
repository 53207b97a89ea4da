import StatusText

/// One phase of a plan. A class, since rules pass it about by the thousand.
package final class Phase: Sendable {
  /// Its number as written, and its value.
  package let number: PhaseNumber
  /// The number's bytes.
  package let numberRange: ByteRange
  /// Whether it is a part that is called by its title: another title does not make it another part.
  package var isTitled: Bool { numberRange.isEmpty }
  /// The heading's text.
  package let heading: ByteRange
  /// The heading's level, 1 to 6.
  package let level: Int
  /// The index, in the plan's phases, of the phase that this one is a part of; -1 for a phase of its own.
  package let parent: Int
  /// Every marker that claims its status: the heading's, those of its Status fields, the one alone on the line below
  /// the heading.
  package let markers: [Marker]
  /// Without any, the marker on a line that people read as a Status.
  package let looseMarker: Marker?
  /// Its fields, in order.
  package let fields: [Field]
  /// The texts of the headings in it.
  package let headings: [ByteRange]
  /// Its dates, in order.
  package let timestamps: [TimestampClaim]
  /// Whether its fields or dates say why it is blocked or abandoned.
  package let hasReason: Bool
  /// Everything from the heading to the next phase, or to the end of the phases.
  package let range: ByteRange

  init(
    number: PhaseNumber, numberRange: ByteRange, heading: ByteRange, level: Int, parent: Int,
    markers: [Marker], looseMarker: Marker?, fields: [Field], headings: [ByteRange],
    timestamps: [TimestampClaim], hasReason: Bool, range: ByteRange
  ) {
    self.number = number
    self.numberRange = numberRange
    self.heading = heading
    self.level = level
    self.parent = parent
    self.markers = markers
    self.looseMarker = looseMarker
    self.fields = fields
    self.headings = headings
    self.timestamps = timestamps
    self.hasReason = hasReason
    self.range = range
  }

  /// Whether it is a part of another phase, by its number or by its place.
  package var isSubPhase: Bool { parent >= 0 || number.isSubPhase }

  /// The marker that counts: the heading's, else its Status field's, else the one below the heading.
  package var marker: Marker? { markers.first }

  /// Its status, where it is certain.
  package var status: Status? { marker?.status }

  /// Whether its markers claim different statuses.
  package var isContradictory: Bool { markers.areContradictory }

  /// The first field of that name.
  package func field(_ name: FieldName) -> Field? { fields.first { $0.name == name } }

  /// The first date of that event.
  package func timestamp(_ event: StatusEvent) -> TimestampClaim? { timestamps.first { $0.event == event } }

  /// What its heading says besides the number and the marker; `source` is the plan's.
  package func title(in source: SourceText) -> String {
    let rest = ByteRange(numberRange.upper, heading.upper)
    guard let marker, marker.place == .heading, rest.contains(marker.range) else {
      return title(rest, in: source)
    }
    let before = title(ByteRange(rest.lower, marker.range.lower), in: source)
    // `Phase 3 [NOT STARTED]: Name`
    return before.isEmpty ? title(ByteRange(marker.range.upper, rest.upper), in: source) : before
  }

  private func title(_ range: ByteRange, in source: SourceText) -> String {
    var text = Self.afterTotal(source.bytes[range.indices])
    // `Phase 3. Name`, `Phase 3) Name`: signs right after the number are not part of the title.
    if let first = text.first, ASCII.isOne(first, of: ".),;/") { text = text.dropFirst() }
    guard text.allSatisfy({ $0 < 0x80 }) else { return Self.trimmed(String(decoding: text, as: UTF8.self)) }
    func isAround(_ byte: UInt8) -> Bool { ASCII.isWhitespace(byte) || ASCII.isOne(byte, of: "*:-|") }
    let start = text.firstIndex { !isAround($0) } ?? text.endIndex
    let end = text.lastIndex { !isAround($0) }.map { $0 + 1 } ?? start
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// What follows the number of all phases: `Phase 2/3: Name`, `Phase 2 of 3: Name`; the whole text where there is none.
  private static func afterTotal(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text.drop(while: ASCII.isBlank)
    if rest.first == UInt8(ascii: "/") {
      rest = rest.dropFirst()
    } else if rest.starts(with: "of ".utf8) {
      rest = rest.dropFirst(3)
    } else {
      return text
    }
    let after = rest.drop(while: ASCII.isDigit)
    let next = after.first { !ASCII.isBlank($0) }
    return after.count < rest.count && next.map { !ASCII.isAlphanumeric($0) } ?? true ? after : text
  }

  /// A title without the signs around it, any of which may be other than ASCII.
  private static func trimmed(_ text: String) -> String {
    let isAround: (Character) -> Bool = { $0.isWhitespace || "*:：-–—|·•→".contains($0) }
    let title = text.drop(while: isAround)
    guard let last = title.lastIndex(where: { !isAround($0) }) else { return "" }
    return String(title[...last])
  }

  /// The same phase as a part of another one.
  func with(parent: Int) -> Phase {
    Phase(
      number: number, numberRange: numberRange, heading: heading, level: level, parent: parent,
      markers: markers, looseMarker: looseMarker, fields: fields, headings: headings, timestamps: timestamps,
      hasReason: hasReason, range: range)
  }
}
