import StatusClaims
import StatusText

/// What else changes when a phase or one of its plans gets another status: dates and counts of the roadmap, the plans and
/// requirements of the phase, and STATE.md.
struct GSDMove {
  private let move: PlanMove
  private let phase: GSDPhase
  private let project: GSDProject
  private(set) var edits: PlanEdits

  /// The move of `phase`, or of one of its plans. `edits` hold what was written so far.
  init(_ move: PlanMove, of phase: GSDPhase, in project: GSDProject, _ edits: PlanEdits) {
    self.move = move
    self.phase = phase
    self.project = project
    self.edits = edits
  }

  private var isDone: Bool { move.status.stage == .done }
  private var today: String { project.today }

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
    writeState(plans: wasDone == isDone ? 0 : isDone ? 1 : -1, phases: 0)
    writeActivity("Plan \(move.subject.id)")
  }

  /// Whether a plan has a SUMMARY.
  private func isProven(_ plan: Roadmap.Plan) -> Bool {
    phase.directory?.plans.contains { $0.key == plan.key && $0.isDone } ?? false
  }

  // MARK: Phases

  /// Finishes the move of a phase.
  mutating func finishPhase() {
    if isDone, !move.isMeant { checkEvidence() }
    if phase.places.contains(where: { $0.stage == .closed }), !move.isMeant {
      edits.refuse(
        "phase \(move.subject.id) was given up",
        help: "say with --allow-transition REASON that it is taken up again",
        mayBeMeant: true)
    }
    writeDates()
    writeHeadings()
    writeCounts()
    if isDone {
      tickPlans()
      closeRequirements()
    }
    let wasDone = move.subject.status == "done"
    writeState(plans: 0, phases: wasDone == isDone ? 0 : isDone ? 1 : -1)
    if isDone, !wasDone, project.state?.phase?.number == phase.number {
      pointToNext()
    } else {
      writeActivity("Phase \(phase.number.text)")
    }
  }

  private mutating func checkEvidence() {
    guard let directory = phase.directory else { return }
    if directory.isOpen {
      let (done, total) = directory.counts
      edits.refuse(
        "\(done) of \(Counted(total, "plan")) in \(directory.path) \(done == 1 ? "has" : "have") a SUMMARY",
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

  private mutating func writeDates() {
    guard let source = project.roadmap?.file.source else { return }
    for item in phase.items {
      if let completed = item.completed {
        if !isDone { removeDate(completed.range, in: source) }
      } else if isDone {
        edits.write(
          " (completed \(today))", at: PlacedText(source, ByteRange(item.text.upper, item.text.upper)), "date"
        )
      }
    }
    for row in phase.rows {
      guard let cell = row.completed, !row.isShifted else { continue }
      let isDate = WrittenDay(in: source, cell) != nil
      if isDone != isDate { write(isDone ? today : "-", in: cell, of: source, "date") }
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
          mark.text(in: source, today: today), at: PlacedText(source, ByteRange(place, place)), "heading")
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

  private mutating func tickPlans() {
    guard let source = project.roadmap?.file.source else { return }
    for plan in phase.plans where plan.box.stage == .open && isProven(plan) {
      edits.write("[x]", at: PlacedText(source, plan.box.range), "box of plan \(phase.name(plan.key))")
    }
  }

  private mutating func closeRequirements() {
    guard let source = project.roadmap?.file.source, let requirements = project.requirements else { return }
    let ids = Set(
      phase.sections.compactMap { $0.fields["requirements"] }.flatMap { Requirements.ids(in: source, $0) })
    let own = requirements.file.source
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

  // MARK: STATE.md

  /// The numbers of STATE.md after so many more plans and phases are completed.
  private mutating func writeState(plans: Int, phases: Int) {
    guard let state = project.state else { return }
    var values: [String: Int] = [:]
    for (noun, more) in [("plans", plans), ("phases", phases)] {
      for key in ["completed_\(noun)", "total_\(noun)"] {
        values[key] = field(key, state).flatMap { Int($0.text) }
      }
      guard more != 0, let old = values["completed_\(noun)"], let place = field("completed_\(noun)", state)
      else { continue }
      values["completed_\(noun)"] = max(0, min(old + more, values["total_\(noun)"] ?? .max))
      edits.write("\(values["completed_\(noun)"] ?? old)", at: place, "completed_\(noun)")
    }
    let shares = ["plans", "phases"].compactMap { noun -> Int? in
      guard let done = values["completed_\(noun)"], let total = values["total_\(noun)"], total > 0 else {
        return nil
      }
      return min(100, (done * 200 + total) / (2 * total))
    }
    if plans != 0 || phases != 0, let percent = shares.min() { writePercent(percent, state, plans) }
    edits.write(now: project.tree.now, at: field("last_updated", state), "last_updated")
    if !edits.places.isEmpty {
      edits.write(now: project.tree.now, at: field("last_activity", state), "last_activity")
    }
  }

  private func field(_ key: String, _ state: GSDState) -> PlacedText? {
    state.fields["progress.\(key)"] ?? state.fields[key]
  }

  private mutating func writePercent(_ percent: Int, _ state: GSDState, _ plans: Int) {
    if let place = field("percent", state) {
      edits.write(place.text.hasSuffix("%") ? "\(percent)%" : "\(percent)", at: place, "percent")
    }
    guard let progress = state.progress, !progress.isOfPhase else { return }
    let source = state.file.source
    edits.write("\(percent)", at: PlacedText(source, progress.percent), "Progress")
    if let bar = progress.bar { edits.write(bar.text(at: percent), at: PlacedText(source, bar.range), "bar") }
    if let fraction = progress.plans, let total = fraction.total, plans != 0 {
      edits.write("\(fraction.done + plans)/\(total)", at: PlacedText(source, fraction.range), "Progress")
    }
  }

  /// Makes STATE.md name the next phase, as upstream does after the current one.
  private mutating func pointToNext() {
    guard let state = project.state else { return }
    let next = project.openPhases.first { $0.phase.number != phase.number && $0.phase.isOpen }
    if let next {
      let title = GSD.title(of: next.phase, project)
      if let place = state.phase?.value {
        let count = state.phaseCount.map { " of \($0.total)" } ?? ""
        edits.write(
          "\(next.phase.number.text)\(count)\(title.isEmpty ? "" : " (\(title))")", at: place, "Phase")
      }
      if let place = state.currentPhase?.value {
        edits.write(next.phase.number.text, at: place, "current_phase")
      }
      if let focus = state.focus, focus.number == phase.number {
        edits.write(
          "Phase \(next.phase.number.text)\(title.isEmpty ? "" : ": \(title)")", at: focus.value,
          "Current focus")
      }
    }
    if let place = state.plan?.value { edits.write("Not started", at: place, "Plan") }
    if let place = state.status {
      edits.write(next == nil ? "All phases complete" : "Ready to plan", at: place, "Status")
    }
    writeActivity(
      "Phase \(phase.number.text)", next.map { ", transitioned to Phase \($0.phase.number.text)" } ?? "")
  }

  /// Says in the text what the front matter has a new day for.
  private mutating func writeActivity(_ name: String, _ rest: String = "") {
    guard !edits.places.isEmpty, let place = project.state?.lastActivity else { return }
    let word = isDone ? "complete" : move.status.stage == .active ? "in progress" : "reopened"
    edits.write("\(today) — \(name) \(word)\(rest)", at: place, "Last activity")
  }
}
