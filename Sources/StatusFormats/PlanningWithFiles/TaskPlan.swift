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
    guard let outline = file.outline, let list = file.checklist(PlanningWithFiles.dialect) else { return nil }
    let sections = PhaseSections(file.source, outline)
    guard let level = Self.level(sections.phases) else { return nil }
    phases = sections.phases.filter { $0.level == level && ($0.heading.isTitle || !$0.statuses.isEmpty) }.map
    {
      section in
      let heading = list.heading(section.text)
      return Phase(
        heading: section.heading, place: PlacedText(file.source, section.heading.range), title: section.title,
        status: section.statuses.first,
        boxes: heading.map { Array(list.boxes[$0.boxes]) } ?? [])
    }
    current = sections.current
    self.file = file
    self.list = list
  }

  /// What the section "Current Phase" says of it: its number, and the rest of the line.
  var pointer: PlacedText? {
    current.map { heading, rest in
      PlacedText(file.source, ByteRange(heading.numberRange.lower, rest.upper))
    }
  }

  /// What that section says of `phase`, with the title if it has one now. Emphasis that ends after the number still does.
  func pointerText(to phase: Phase) -> String {
    let number = file.source.text(phase.heading.numberRange)
    guard let rest = current?.rest, !rest.isEmpty else { return number }
    return number + file.source.text(rest).prefix { $0 == "*" || $0 == "_" } + phase.title
  }

  /// The phase that is current if the phases are at `stages`, and the section names one that is finished, or one that waits
  /// while another is in progress; nil if that section is right or names no phase.
  func next(_ stages: [Vocabulary.Stage?]) -> Phase? {
    guard let current, let index = phases.firstIndex(where: { $0.number == current.heading.number }) else {
      return nil
    }
    let active = stages.firstIndex { $0 == .active }
    guard stages[index] == .done || stages[index] == .open && active != nil else { return nil }
    return (active ?? stages.firstIndex { $0 == .open }).map { phases[$0] }
  }

  /// The level of headings on which statuses stand.
  private static func level(_ sections: [PhaseSections.Phase]) -> UInt8? {
    var counts = [Int](repeating: 0, count: 7)
    for section in sections where !section.statuses.isEmpty { counts[Int(section.level)] += 1 }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map(UInt8.init)
  }
}
