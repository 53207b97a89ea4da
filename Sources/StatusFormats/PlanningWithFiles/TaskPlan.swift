import StatusClaims
import StatusSyntax
import StatusText

/// The phases of a `task_plan.md`.
struct TaskPlan {
  /// A phase.
  struct Phase {
    /// Its heading.
    let heading: PhaseHeading
    /// Where the heading names it.
    let place: PlacedText
    /// What comes after the number: ": Measure".
    let title: String
    /// Its status; nil without one.
    let status: PhaseStatus?
    /// The boxes below it.
    let boxes: [Checklist.Box]

    /// The number.
    var number: String { heading.number }
    /// What findings are about, and the phase in a message.
    var subject: String { "phase \(number)" }
    /// How far it is; nil if it does not say.
    var stage: Vocabulary.Stage? { status?.stage }
    /// What its status says.
    var claim: Claim? { status?.place.claim(subject) }
  }

  /// The file.
  let file: PlanFile
  /// The phases, in order.
  let phases: [Phase]
  /// The boxes of the file.
  let list: Checklist
  /// The phase that the section "Current Phase" names.
  let current: (heading: PhaseHeading, rest: ByteRange)?

  /// The plan in `file`; nil if no phase says a status: such a file is not one of this tool.
  init?(_ file: PlanFile) {
    guard let outline = file.outline else { return nil }
    let sections = PhaseSections(file.source, outline)
    let list = Checklist(file.source, outline, PlanningWithFiles.dialect)
    guard let level = Self.level(sections.phases) else { return nil }
    phases = sections.phases.filter { $0.level == level && ($0.heading.isTitle || !$0.statuses.isEmpty) }.map
    {
      section in
      let heading = list.headings.first { $0.text == section.text }
      return Phase(
        heading: section.heading, place: PlacedText(file.source, section.heading.range), title: section.title,
        status: section.statuses.first,
        boxes: heading.map { Array(list.boxes[$0.firstBox..<$0.endBox]) } ?? [])
    }
    current = sections.current
    self.file = file
    self.list = list
  }

  /// Where the current phase is named, and what stands there if it is `phase`; nil without such a place.
  func pointer(to phase: Phase) -> (place: PlacedText, text: String)? {
    guard let (heading, rest) = current else { return nil }
    let number = file.source.text(phase.heading.numberRange)
    // Where the line goes on, it is about the old phase.
    return (
      PlacedText(file.source, ByteRange(heading.numberRange.lower, rest.upper)),
      rest.isEmpty ? number : number + phase.title
    )
  }

  /// The level of headings on which statuses stand.
  private static func level(_ sections: [PhaseSections.Phase]) -> UInt8? {
    var counts = [Int](repeating: 0, count: 7)
    for section in sections where !section.statuses.isEmpty { counts[Int(section.level)] += 1 }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map(UInt8.init)
  }
}
