import StatusModel
import StatusText

/// Where a new date of a phase belongs: directly below the heading, after the existing dates.
struct PhaseAnchor {
  /// A place for one more date.
  enum Place {
    /// After a field.
    case behind(Field)
    /// After the line of brackets at this offset.
    case brackets(Int)
    /// Directly below the heading, or below a marker on a separate line.
    case beneathHeading
  }

  private let phase: Phase
  private let source: SourceText

  init(_ phase: Phase, _ source: SourceText) {
    self.phase = phase
    self.source = source
  }

  /// The place of a date called `name`: after the last one of the earlier dates and the Status field with the marker.
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
