import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the numbers of plans in a roadmap.
struct GSDCountRules {
  private let project: GSDProject

  init(_ project: GSDProject) { self.project = project }

  func check(into findings: inout ClaimFindings) {
    guard let roadmap = project.roadmap else { return }
    for phase in project.phases {
      let fractions = fractions(phase, roadmap.file.source)
      if let directory = phase.directory {
        for fraction in fractions { check(fraction, phase, directory, roadmap.file.source, into: &findings) }
      } else if !project.numbersOnDisk.contains(phase.number) {
        checkAlone(fractions, phase, into: &findings)
      }
      for section in phase.sections { checkTotal(section, phase, into: &findings) }
    }
  }

  /// A fraction, and where it stands.
  private struct Place {
    let name: String
    let fraction: GSDFraction
    let isItem: Bool
    let isRow: Bool
  }

  private func fractions(_ phase: GSDPhase, _ source: SourceText) -> [Place] {
    let items = phase.items.compactMap { item in
      item.count.map { Place(name: "the list", fraction: $0, isItem: true, isRow: false) }
    }
    let fields = phase.sections.compactMap { section in
      section.fields["plans"].flatMap { GSDFraction(source, leading: $0) }
        .map { Place(name: "the Plans field", fraction: $0, isItem: false, isRow: false) }
    }
    let rows = phase.rows.compactMap { row in
      row.isShifted
        ? nil
        : row.plans.flatMap { GSDFraction(source, leading: $0) }
          .map { Place(name: "the Progress table", fraction: $0, isItem: false, isRow: true) }
    }
    return items + fields + rows
  }

  private func location(_ range: ByteRange) -> Location {
    Location(path: project.tree.whole("ROADMAP.md"), range: range)
  }

  // MARK: Against the directory

  /// The numbers that can be read from a directory; the first ones are those that a fix writes.
  private func readings(_ phase: GSDPhase, _ directory: PhaseDirectory) -> [(done: Int, total: Int)] {
    let counts = directory.counts
    let orphans = directory.orphans.count
    let own = directory.plans.filter { !$0.key.isGap }
    let upstream = directory.upstream
    // Upstream counts every SUMMARY, whatever it says.
    let summaries = directory.plans.count { $0.summary != nil }
    var readings: [(done: Int, total: Int)] = [
      counts, (summaries, counts.total), (counts.done + orphans, counts.total + orphans),
      (own.count(where: \.isDone), own.count), upstream, (min(upstream.done, upstream.total), upstream.total),
    ]
    // A plan of a finished phase without a SUMMARY is reported as such.
    if phase.isDone { readings += readings.map { ($0.total, $0.total) } }
    return readings
  }

  private func check(
    _ place: Place, _ phase: GSDPhase, _ directory: PhaseDirectory, _ source: SourceText,
    into findings: inout ClaimFindings
  ) {
    let fraction = place.fraction
    guard directory.isCountable,
      !readings(phase, directory).contains(where: {
        $0.done == fraction.done && fraction.total ?? $0.total == $0.total
      })
    else { return }
    let counts = directory.counts
    let rises = counts.done >= fraction.done && counts.total >= fraction.total ?? 0
    findings.report(
      "count-mismatch", phase.severity(.error), phase.subject,
      .otherCount(phase, place.name, source.text(fraction.range), directory),
      at: location(fraction.range),
      claims: [
        Claim(project.location(of: directory), "\(directory.proof) here")
      ],
      fix: rises
        ? Fix(
          .safe, "write \(counts.done)/\(counts.total)", at: location(fraction.range),
          with: "\(counts.done)/\(counts.total)")
        : nil)
  }

  // MARK: Without a directory

  private func checkAlone(_ places: [Place], _ phase: GSDPhase, into findings: inout ClaimFindings) {
    let listed = phase.plans.count { $0.status.stage != .closed }
    for place in places {
      guard let total = place.fraction.total, total < listed else { continue }
      findings.report(
        "count-mismatch", .error, phase.subject, .belowList(phase, place.name, total, listed),
        at: location(place.fraction.range),
        claims: phase.plans.map { Claim(location($0.box.range), "plan \(phase.name($0.key)) is listed here") }
      )
    }
    guard let item = places.first(where: \.isItem), let row = places.first(where: \.isRow),
      let first = item.fraction.total,
      let second = row.fraction.total, (item.fraction.done, first) != (row.fraction.done, second)
    else { return }
    findings.report(
      "count-mismatch", .error, phase.subject, .twoCounts(phase, item.fraction, row.fraction),
      at: location(item.fraction.range),
      claims: [
        Claim(location(row.fraction.range), "the Progress table says \(row.fraction.done)/\(second) here")
      ])
  }

  // MARK: Totals

  /// `**Plans**: 3 plans`.
  private func checkTotal(_ section: Roadmap.Section, _ phase: GSDPhase, into findings: inout ClaimFindings) {
    guard let roadmap = project.roadmap, let value = section.fields["plans"] else { return }
    let source = roadmap.file.source
    var cursor = TextCursor(source.bytes, value)
    let start = cursor.place
    guard let digits = cursor.number(), let number = source.number(digits) else { return }
    cursor.skip(" ")
    guard cursor.take("plan") else { return }
    _ = cursor.take("s")
    let directory = phase.directory.flatMap { $0.isCountable ? $0 : nil }
    var keys: Set<PlanKey> = []
    let plans = section.plans.filter { keys.insert($0.key).inserted }
    let listed = plans.count
    let onDisk = directory?.counts.total ?? 0
    var readings = [listed, plans.count { !$0.key.isGap }, plans.count { $0.status.stage != .closed }]
    if let directory { readings += self.readings(phase, directory).map(\.total) }
    readings = readings.filter { $0 > 0 }
    guard let most = readings.max(), !readings.contains(number) else { return }
    // More may be announced than is written, until the phase is done.
    if number > most, !phase.isDoneSomewhere { return }
    let place = location(ByteRange(start, cursor.place))
    let isSure = listed > 0 && listed == onDisk
    findings.report(
      "count-mismatch", listed > 0 ? .error : phase.severity(.error), phase.subject,
      .otherTotal(phase, number, listed: listed, onDisk: onDisk), at: place,
      claims: [
        plans.first.map { Claim(location($0.box.range), "\(listed) are listed here") },
        directory.map { Claim(project.location(of: $0), "\(onDisk) are here") },
      ].compactMap { $0 },
      fix: isSure ? Fix(.safe, "write the number", at: place, with: "\(Counted(listed, "plan"))") : nil)
  }
}

extension String {
  fileprivate static func otherCount(
    _ phase: GSDPhase, _ place: String, _ said: String, _ directory: PhaseDirectory
  ) -> String {
    "\(place) says \(said) for \(phase.subject), but on disk \(directory.proof)"
  }
  fileprivate static func belowList(_ phase: GSDPhase, _ place: String, _ total: Int, _ listed: Int) -> String
  {
    "\(place) counts \(Counted(total, "plan")) for \(phase.subject), but \(listed) are listed"
  }
  fileprivate static func twoCounts(_ phase: GSDPhase, _ item: GSDFraction, _ row: GSDFraction) -> String {
    "the list says \(item.done)/\(item.total ?? 0) for \(phase.subject), but the Progress table \(row.done)/\(row.total ?? 0)"
  }
  fileprivate static func otherTotal(_ phase: GSDPhase, _ number: Int, listed: Int, onDisk: Int) -> String {
    let parts = [listed > 0 ? "\(listed) are listed" : nil, onDisk > 0 ? "\(onDisk) are on disk" : nil]
      .compactMap { $0 }
    return "the Plans field of \(phase.subject) says \(number), but \(parts.joined(separator: " and "))"
  }
}
