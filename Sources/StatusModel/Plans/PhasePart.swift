import StatusText

/// What the standard wants in every phase: a field, or a section of its own.
package enum PhasePart: UInt8, Sendable, CaseIterable {
  case goal, tasks, timing

  /// Some of the parts.
  package struct Set: OptionSet, Sendable {
    /// A bit for each part.
    package let rawValue: UInt8

    /// The set with those bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The set of one part.
    package init(_ part: PhasePart) { self.init(rawValue: 1 << part.rawValue) }
  }

  /// The name of the field as the standard has it.
  package var title: String {
    switch self {
    case .goal: "Goal"
    case .tasks: "Tasks"
    case .timing: "Timing"
    }
  }

  /// The parts that a phase has by its heading, its fields and the headings in it; `source` is the plan's.
  package static func parts(of phase: Phase, in source: SourceText) -> Set {
    let names = phase.fields.map(\.nameRange) + phase.headings
    var parts = Set()
    for name in names {
      if let part = PhasePart(source.bytes, name) { parts.insert(Set(part)) }
    }
    if isTimed(source.bytes, heading: phase.heading) { parts.insert(Set(.timing)) }
    return parts
  }

  /// The part that a field with the name `range`, or a heading with that text, begins.
  private init?(_ bytes: [UInt8], _ range: ByteRange) {
    guard let part = Self.words.value(at: range, in: bytes) else { return nil }
    self = part
  }

  /// Whether the heading of a phase says in brackets how long it takes: `(2 hours)`, `(~30 min)`.
  private static func isTimed(_ bytes: [UInt8], heading: ByteRange) -> Bool {
    heading.indices.contains { place in
      guard bytes[place] == UInt8(ascii: "(") else { return false }
      var end = place + 1
      while end < heading.upper, ASCII.isDigit(bytes[end]) || ASCII.isOne(bytes[end], of: "~.-") { end += 1 }
      guard ASCII.isDigit(bytes[end - 1]) else { return false }
      while end < heading.upper, ASCII.isBlank(bytes[end]) { end += 1 }
      return units.contains { ASCII.begins(bytes, at: end, before: heading.upper, with: $0) }
    }
  }

  private static let units: [StaticString] = ["h)", "hr", "hour", "m)", "min", "day", "week"]

  /// Also the names that plans of other authors have for the same.
  private static let words = FirstWords<PhasePart>([
    ("goal", .goal), ("objective", .goal), ("purpose", .goal), ("description", .goal), ("task", .tasks),
    ("step", .tasks),
    ("timing", .timing), ("effort", .timing), ("estimate", .timing), ("duration", .timing),
  ])
}
