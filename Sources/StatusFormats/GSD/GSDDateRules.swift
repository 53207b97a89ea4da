import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of days: those of a phase, and those of STATE.md.
struct GSDDateRules {
  private let project: GSDProject
  private let today: CalendarDay

  init(_ project: GSDProject) {
    self.project = project
    today = CalendarDay(nearestTo: Int((Double(project.tree.now) / 86_400).rounded(.down)))
  }

  func check(into findings: inout ClaimFindings) {
    if let roadmap = project.roadmap {
      for phase in project.phases {
        checkItem(phase, roadmap, into: &findings)
        for row in phase.rows where !row.isShifted { check(row, phase, roadmap, into: &findings) }
      }
    }
    if let state = project.state { check(state, into: &findings) }
  }

  /// The day of the item against the one of the row.
  private func checkItem(_ phase: GSDPhase, _ roadmap: Roadmap, into findings: inout ClaimFindings) {
    let source = roadmap.file.source
    guard let item = phase.items.first(where: { $0.completed != nil }), let written = item.completed,
      let day = written.day,
      let cell = phase.rows.lazy.compactMap(\.completed).first, let other = WrittenDay(in: source, cell),
      let otherDay = other.day, day != otherDay
    else { return }
    findings.report(
      "timestamp-mismatch", abs(day.number - otherDay.number) <= 1 ? .info : .warning, phase.subject,
      "\(phase.subject) was completed on \(day.text) in the list, but on \(otherDay.text) in the Progress table",
      at: roadmap.location(written.range),
      claims: [Claim(roadmap.location(other.range), "\(otherDay.text) is written here")])
  }

  private func check(
    _ row: Roadmap.Row, _ phase: GSDPhase, _ roadmap: Roadmap, into findings: inout ClaimFindings
  ) {
    guard let cell = row.completed, let status = row.status else { return }
    let source = roadmap.file.source
    let reading = GSDStatus.read(source, status)
    guard let written = WrittenDay(in: source, cell) else {
      if reading.stage == .done, Self.isEmpty(source, cell) {
        reportMissing(cell, phase, roadmap, into: &findings)
      }
      return
    }
    let place = roadmap.location(written.range)
    guard let day = written.day else {
      findings.report(
        "invalid-timestamp", .error, phase.subject, "\"\(source.text(written.range))\" is not a date",
        at: place)
      return
    }
    if reading.stage == .done, day.number > today.number + 1 {
      findings.report(
        "future-timestamp", .error, phase.subject,
        "\(phase.subject) was completed on \(day.text), which is in the future", at: place)
    } else if reading.stage == .open {
      findings.report(
        "unearned-timestamp", .warning, phase.subject,
        "\(phase.subject) is \"\(source.text(status))\", but was completed on \(day.text)", at: place,
        claims: [PlacedText(source, status).claim(phase.subject)],
        fix: PlacedText(source, cell).fix(.unsafe, "-"))
    }
  }

  private static func isEmpty(_ source: SourceText, _ cell: ByteRange) -> Bool {
    ["", "-", "--", "–", "—"].contains(source.text(cell))
  }

  private func reportMissing(
    _ cell: ByteRange, _ phase: GSDPhase, _ roadmap: Roadmap, into findings: inout ClaimFindings
  ) {
    let day = phase.items.lazy.compactMap { $0.completed?.day }.first ?? today
    findings.report(
      "missing-timestamp", .info, phase.subject, "\(phase.subject) is done, but its row has no date",
      at: roadmap.location(cell),
      fix: Fix(
        .unsafe, "write the date", at: roadmap.location(cell), with: cell.isEmpty ? " \(day.text) " : day.text
      ))
  }

  // MARK: State

  private func check(_ state: GSDState, into findings: inout ClaimFindings) {
    let source = state.file.source
    func day(_ place: PlacedText?) -> (place: PlacedText, written: WrittenDay)? {
      guard let place, let written = WrittenDay(in: source, place.location.range),
        written.range.lower == place.location.range.lower
      else { return nil }
      return (place, written)
    }
    let updated = day(state.fields["last_updated"])
    let activity = day(state.fields["last_activity"])
    let body = day(state.lastActivity)
    for found in [updated, activity, body].compactMap({ $0 }) where found.written.day == nil {
      findings.report(
        "invalid-timestamp", .error, "project", "\"\(source.text(found.written.range))\" is not a date",
        at: state.file.location(found.written.range))
    }
    if let first = activity?.written, let other = body?.written, let day = first.day,
      let otherDay = other.day, day != otherDay
    {
      findings.report(
        "timestamp-mismatch", .info, "project",
        "last_activity is \(day.text), but Last activity \(otherDay.text)",
        at: state.file.location(first.range),
        claims: [Claim(state.file.location(other.range), "\(otherDay.text) is written here")])
    }
    let latest = [activity, body].compactMap { $0?.written.day }.max()
    if let updated, let day = updated.written.day, let latest, latest.number > day.number + 1 {
      findings.report(
        "stale-last-updated", .info, "project",
        "last_updated is \(day.text), but the last activity was on \(latest.text)",
        at: updated.place.location,
        fix: Fix(
          .unsafe, "write the later day", at: state.file.location(updated.written.range), with: latest.text))
    }
  }
}
