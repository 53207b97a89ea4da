import StatusModel
import StatusText

/// Where a phase's dates go: directly beneath the heading, behind those that are there.
struct PhaseAnchor {
  /// A place for one more date.
  enum Place {
    /// Behind a field.
    case behind(Field)
    /// Behind the line of brackets that this offset stands in.
    case brackets(Int)
    /// Directly beneath the heading, or beneath the marker that stands alone there.
    case beneathHeading
  }

  private let phase: Phase
  private let source: SourceText

  init(_ phase: Phase, _ source: SourceText) {
    self.phase = phase
    self.source = source
  }

  /// The place of a date called `name`: behind the last of the dates that come before it and of the Status field that
  /// holds the marker.
  func place(of name: String) -> Place {
    let isStarted = name == StatusEvent.started.title
    let dates = phase.timestamps.filter { claim in
      claim.event.map { !isStarted && $0 == .started || !isStarted && $0 == .completed } ?? false
    }
    if let last = dates.max(by: { $0.nameRange < $1.nameRange }) {
      if let field = field(of: last) { return .behind(field) }
      return .brackets(last.nameRange.lower)
    }
    if let marker = phase.marker, marker.place == .field,
      let field = phase.fields.first(where: { $0.valueRange.contains(marker.range) })
    {
      return .behind(field)
    }
    return .beneathHeading
  }

  private func field(of claim: TimestampClaim) -> Field? {
    phase.fields.first { $0.nameRange == claim.nameRange }
  }
}
