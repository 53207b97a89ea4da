import StatusClaims
import StatusText

/// What else changes when a phase or one of its plans gets another status: dates and counts of the roadmap, the plans and
/// requirements of the phase, and STATE.md.
struct GSDMove {
  /// The move.
  let move: PlanMove
  /// The phase that is moved, or whose plan is.
  let phase: GSDPhase
  /// The project of the phase.
  let project: GSDProject
  /// What is written.
  var edits: PlanEdits

  /// The move of `phase`, or of one of its plans. `edits` hold what was written so far.
  init(_ move: PlanMove, of phase: GSDPhase, in project: GSDProject, _ edits: PlanEdits) {
    self.move = move
    self.phase = phase
    self.project = project
    self.edits = edits
  }

  /// Whether something is finished.
  var isDone: Bool { move.status.stage == .done }

  // MARK: Plans

  /// Finishes the move of a plan.
  mutating func finishPlan() {
    guard let plan = phase.plans.first(where: { phase.name($0.key) == move.subject.id }) else { return }
    if isDone, !move.isMeant, !isProven(plan) {
      edits.refuse(
        "plan \(move.subject.id) has no SUMMARY",
        help: "write it, or say with --allow-transition REASON that it is not needed",
        mayBeMeant: true)
    }
    writeCounts()
    let wasDone = plan.box.stage == .done
    let step = wasDone == isDone ? 0 : isDone ? 1 : -1
    if step != 0 { writeBegin(after: step) }
    writeState(plans: step, phases: 0)
    writePlan(after: step)
    writeActivity("Plan \(move.subject.id)")
  }

  /// Makes rows say whether the phase has begun, as upstream does with each plan.
  private mutating func writeBegin(after step: Int) {
    let done = max(phase.tickedPlans + step, phase.directory?.counts.done ?? 0)
    for place in phase.places where place.kind != .item && place.kind != .heading {
      switch place.stage {
      case .open where done > 0: edits.write("In Progress", at: place.text, place.kind.title)
      case .active where done == 0: edits.write("Planned", at: place.text, place.kind.title)
      default: break
      }
    }
  }

  /// Whether a plan has a SUMMARY.
  private func isProven(_ plan: Roadmap.Plan) -> Bool {
    phase.directory?.plans.contains { $0.key == plan.key && $0.isDone } ?? false
  }

  // MARK: Phases

  /// Finishes the move of a phase.
  mutating func finishPhase() {
    if isDone, !move.isMeant { checkEvidence() }
    if !isDone { checkReturn() }
    if phase.places.contains(where: { $0.stage == .closed }), !move.isMeant {
      edits.refuse(
        "phase \(move.subject.id) was given up",
        help: "say with --allow-transition REASON that it is taken up again",
        mayBeMeant: true)
    }
    writeDates()
    writeHeadings()
    writeCounts()
    let ticked = isDone ? tickPlans() : 0
    if isDone { closeRequirements() }
    let wasDone = move.subject.status == "done"
    writeState(plans: ticked, phases: wasDone == isDone ? 0 : isDone ? 1 : -1)
    if isDone, !wasDone, project.state?.phase?.number == phase.number {
      pointToNext()
    } else {
      writeActivity("Phase \(phase.number.text)")
    }
  }

  private mutating func checkEvidence() {
    guard let directory = phase.directory else { return }
    if directory.isOpen {
      edits.refuse(
        "\(directory.proof) in \(directory.path)",
        help: "write the others, or say with --allow-transition REASON that they are not needed",
        mayBeMeant: true)
    }
    if let verification = directory.verification,
      !["passed", "resolved"].contains(verification.text.lowercased())
    {
      edits.refuse(
        "its verification is \"\(verification.text)\"",
        help: "verify the phase again, or say with --allow-transition REASON that it is finished",
        mayBeMeant: true)
    }
  }

  /// Refuses what is not how far the phase is, and to take it back by mistake.
  private mutating func checkReturn() {
    let active = move.subject.statuses.words.first { $0.stage == .active }
    if move.status.stage == .open, let directory = phase.directory, directory.counts.done > 0, let active {
      edits.refuse("it has begun: \(directory.proof)", help: "use --status \(active.text)")
    } else if move.subject.status == "done", !move.isMeant {
      edits.refuse(
        "it is done, and GSD takes no phase back",
        help: "say with --allow-transition REASON that it is reopened", mayBeMeant: true)
    }
  }

  private mutating func writeDates() {
    guard let source = project.roadmap?.file.source else { return }
    for item in phase.items {
      if let completed = item.completed {
        if !isDone { removeDate(completed.range, in: source) }
      } else if isDone {
        edits.write(
          " (completed \(project.today))",
          at: PlacedText(source, ByteRange(item.text.upper, item.text.upper)), "date"
        )
      }
    }
    for row in phase.rows {
      guard let cell = row.completed, !row.isShifted else { continue }
      let isDate = WrittenDay(in: source, cell) != nil
      if isDone != isDate { write(isDone ? project.today : "-", in: cell, of: source, "date") }
    }
  }

  /// Marks the headings of the phase as those of other finished phases are marked, or takes their marks out.
  private mutating func writeHeadings() {
    guard let source = project.roadmap?.file.source else { return }
    for section in phase.sections {
      let own = HeadingMark(section.heading, in: source)
      if !isDone, section.isMarkedDone, let own {
        edits.write("", at: PlacedText(source, own.range), "heading")
      } else if isDone, !section.isMarkedDone, let mark = siblingMark(of: section, source) {
        let place = mark.isFirst ? section.heading.lower : section.heading.upper
        edits.write(
          mark.text(in: source, today: project.today), at: PlacedText(source, ByteRange(place, place)),
          "heading")
      }
    }
  }

  /// The mark of another finished phase in the same part of the roadmap.
  private func siblingMark(of section: Roadmap.Section, _ source: SourceText) -> HeadingMark? {
    project.roadmap?.sections.lazy.filter { $0.isMarkedDone && $0.scope.labels == section.scope.labels }
      .compactMap { HeadingMark($0.heading, in: source) }.first
  }

  /// Takes ` (completed 2026-01-31)` out.
  private mutating func removeDate(_ day: ByteRange, in source: SourceText) {
    let bytes = source.bytes
    let lineStart = bytes.lineStart(before: day.lower)
    guard let open = bytes[lineStart..<day.lower].lastIndex(of: UInt8(ascii: "(")), day.upper < bytes.count,
      bytes[day.upper] == UInt8(ascii: ")")
    else { return }
    let start = open > lineStart && ASCII.isBlank(bytes[open - 1]) ? open - 1 : open
    edits.write("", at: PlacedText(source, ByteRange(start, day.upper + 1)), "date")
  }

  /// Writes `text` into a cell, with a blank after the pipe.
  private mutating func write(_ text: String, in cell: ByteRange, of source: SourceText, _ name: String) {
    let isTight = cell.isEmpty && cell.lower > 0 && source.bytes[cell.lower - 1] == UInt8(ascii: "|")
    edits.write(isTight ? " \(text)" : text, at: PlacedText(source, cell), name)
  }

  /// The numbers of plans, from the directory.
  private mutating func writeCounts() {
    guard let source = project.roadmap?.file.source, let directory = phase.directory, directory.isCountable
    else { return }
    let (done, total) = directory.counts
    let fields = phase.sections.compactMap { $0.fields["plans"] }
    let fractions =
      phase.items.compactMap(\.count) + fields.compactMap { GSDFraction(source, leading: $0) }
      + phase.rows.filter { !$0.isShifted }.compactMap(\.plans).compactMap {
        GSDFraction(source, leading: $0)
      }
    for fraction in fractions where fraction.done != done || fraction.total != total {
      edits.write("\(done)/\(total)", at: PlacedText(source, fraction.range), "count")
    }
  }

  /// Ticks the plans that are proven, and returns how many.
  private mutating func tickPlans() -> Int {
    guard let source = project.roadmap?.file.source else { return 0 }
    let plans = phase.plans.filter { $0.box.stage == .open && isProven($0) }
    for plan in plans {
      edits.write("[x]", at: PlacedText(source, plan.box.range), "box of plan \(phase.name(plan.key))")
    }
    return plans.count
  }

  /// Closes the requirements of the phase, but for those whose row says why they are open: the check asks about these.
  private mutating func closeRequirements() {
    guard let source = project.roadmap?.file.source, let requirements = project.requirements else { return }
    let own = requirements.file.source
    let explained = requirements.rows.filter { row in
      row.statusCell.map { row.status.isUndone && !GSDStatus.isPlain(own, $0) } ?? false
    }
    let ids = Set(
      phase.sections.compactMap { $0.fields["requirements"] }.flatMap { Requirements.ids(in: source, $0) }
    ).subtracting(explained.map(\.id))
    for item in requirements.items where ids.contains(item.id) {
      guard let box = item.box, item.status.stage == .open || item.status.stage == .active else { continue }
      edits.write("[x]", at: PlacedText(own, box.range), "box of \(item.id)")
    }
    for row in requirements.rows where ids.contains(row.id) {
      guard let cell = row.statusCell, row.status.stage == .open || row.status.stage == .active else {
        continue
      }
      write("Complete", in: cell, of: own, "row of \(row.id)")
    }
  }
}
