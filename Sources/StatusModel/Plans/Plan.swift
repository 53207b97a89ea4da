import StatusText

/// A Markdown plan: what it says about itself, and its phases. A class, since rules pass it about by the thousand.
package final class Plan: Sendable {
  /// Its text.
  package let source: SourceText
  /// Its own fields, above its sections.
  package let fields: [Field]
  /// The markers of its own Status fields; a field without a value has none.
  package let statusMarkers: [Marker]
  /// Without a Status field, the marker on a line that people read as a Status.
  package let looseMarker: Marker?
  /// Its phases, in order.
  package let phases: [Phase]
  /// Headings that are meant as a phase's but whose number cannot be read.
  package let unreadablePhases: [ByteRange]
  /// What a code fence or a comment that is never closed hides of it.
  package let hidden: HiddenClaims
  /// The text of its title; nil without one.
  package let title: ByteRange?

  /// The marker of its own Status, as written; empty without one.
  package let statusText: String
  /// The value of its own Effort, as written; empty without one.
  package let effortText: String
  /// The sections of the standard that it has.
  package let sections: PlanSection.Set
  /// The paths that its own fields give, in order.
  package let links: [WrittenLink]

  init(
    source: SourceText, fields: [Field], statusMarkers: [Marker], looseMarker: Marker?, phases: [Phase],
    unreadablePhases: [ByteRange], hidden: HiddenClaims, title: ByteRange?, statusText: String,
    effortText: String, sections: PlanSection.Set, links: [WrittenLink]
  ) {
    self.links = links
    self.source = source
    self.fields = fields
    self.statusMarkers = statusMarkers
    self.looseMarker = looseMarker
    self.phases = phases
    self.unreadablePhases = unreadablePhases
    self.hidden = hidden
    self.title = title
    self.statusText = statusText
    self.effortText = effortText
    self.sections = sections
  }

  /// The same plan without its bytes; its ranges are then good for nothing but their order.
  func withoutBytes() -> Plan {
    Plan(
      source: SourceText(path: source.path, bytes: []), fields: fields, statusMarkers: statusMarkers,
      looseMarker: looseMarker, phases: phases,
      unreadablePhases: unreadablePhases, hidden: hidden, title: title, statusText: statusText,
      effortText: effortText, sections: sections, links: links)
  }

  /// The path from the repository root.
  package var path: String { source.path }

  /// The marker of its own Status.
  package var marker: Marker? { statusMarkers.first }

  /// Whether its own Status fields claim different statuses.
  package var isContradictory: Bool { statusMarkers.areContradictory }

  /// The first field of that name.
  package func field(_ name: FieldName) -> Field? { fields.first { $0.name == name } }

  /// The phases that are not part of another phase.
  package var mainPhases: [Phase] { phases.filter { !$0.isSubPhase } }

  /// The task's number as its Task field gives it, with its digits; nil where the field gives none. The number is nil
  /// where it is too large to be one.
  package var taskNumber: (number: Int?, range: ByteRange)? {
    for name in [FieldName.task, .taskNumber] {
      guard let value = field(name)?.listed(in: source).first,
        let number = Self.leadingNumber(value, in: source.bytes)
      else { continue }
      return number
    }
    return nil
  }

  /// The number that a value begins with: `221 - Title`, `Task #221`, `OC_511`.
  private static func leadingNumber(_ value: ByteRange, in bytes: [UInt8]) -> (
    number: Int?, range: ByteRange
  )? {
    var start = value.lower
    while start < value.upper, !ASCII.isDigit(bytes[start]) {
      let byte = bytes[start]
      guard
        ASCII.isLetter(byte) || ASCII.isBlank(byte) || byte == 0x23 || byte == 0x5F || byte == 0x5B
          || byte == 0x2A,
        start - value.lower < 16
      else { return nil }
      start += 1
    }
    let words = bytes[value.lower..<start].filter { ASCII.isLetter($0) }.map { ASCII.lowercased($0) }
    let isPrefixed = start > value.lower && bytes[start - 1] == 0x5F
    guard words.isEmpty || isPrefixed || words.elementsEqual("task".utf8) else { return nil }
    var end = start
    while end < value.upper, ASCII.isDigit(bytes[end]) { end += 1 }
    guard end > start, end == value.upper || !(ASCII.isAlphanumeric(bytes[end]) || bytes[end] == 0x2E) else {
      return nil
    }
    return (NearTaskHeading.number(bytes[start..<end]), ByteRange(start, end))
  }
}
