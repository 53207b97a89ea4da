import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the numbers in STATE.md.
struct GSDStateCounts {
  private let project: GSDProject
  private let state: GSDState?
  private let subject = "project"

  /// A number of the front matter.
  private struct Number {
    let value: Int
    let place: PlacedText
  }

  private let numbers: [String: Number]

  init(_ project: GSDProject) {
    self.project = project
    state = project.state
    var numbers: [String: Number] = [:]
    for key in ["total_phases", "completed_phases", "total_plans", "completed_plans", "percent"] {
      if let place = project.state?.fields["progress.\(key)"] ?? project.state?.fields[key],
        let value = Self.number(place.text)
      {
        numbers[key] = Number(value: value, place: place)
      }
    }
    self.numbers = numbers
  }

  private static func number(_ text: String) -> Int? {
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    return digits.utf8.count <= 6 ? Int(digits) : nil
  }

  func check(into findings: inout ClaimFindings) {
    guard let state else { return }
    for noun in ["phases", "plans"] { checkBounds(noun, into: &findings) }
    let isPercentWrong = checkPercent(into: &findings)
    if let progress = state.progress { check(progress, state, isPercentWrong, into: &findings) }
    let counts = GSDReadings(project)
    checkPlan(state, counts, into: &findings)
    checkPhase(state, counts, into: &findings)
    checkTotals(counts, into: &findings)
  }

  private func isImpossible(_ noun: String) -> Bool {
    guard let done = numbers["completed_\(noun)"], let total = numbers["total_\(noun)"] else { return false }
    return done.value > total.value
  }

  private func checkBounds(_ noun: String, into findings: inout ClaimFindings) {
    guard isImpossible(noun), let done = numbers["completed_\(noun)"], let total = numbers["total_\(noun)"]
    else { return }
    findings.report(
      "count-mismatch", .error, subject,
      "completed_\(noun) is \(done.value), more than total_\(noun) (\(total.value))",
      at: done.place.location, claims: [total.place.claim("total_\(noun)")])
  }

  // MARK: Percentages

  /// The part that is completed by the plans or the phases, in percent times 100.
  private func part(_ noun: String) -> (done: Int, total: Int)? {
    guard let done = numbers["completed_\(noun)"]?.value, let total = numbers["total_\(noun)"]?.value,
      total > 0
    else {
      return nil
    }
    return (done, total)
  }

  private static func fits(_ percent: Int, _ part: (done: Int, total: Int)) -> Bool {
    let floor = part.done * 100 / part.total
    return percent == floor || percent == floor + 1 && part.done * 100 % part.total != 0
  }

  private static func rounded(_ part: (done: Int, total: Int)) -> Int {
    min(100, (part.done * 200 + part.total) / (2 * part.total))
  }

  /// What the percentage should be; nil without counts.
  private var expected: Int? { ["plans", "phases"].compactMap { part($0) }.map(Self.rounded).min() }

  /// Whether the percentage of the front matter is not that of its counts.
  private func checkPercent(into findings: inout ClaimFindings) -> Bool {
    let parts = ["plans", "phases"].compactMap { part($0) }
    guard let percent = numbers["percent"], let expected,
      !parts.contains(where: { Self.fits(percent.value, $0) })
    else {
      return false
    }
    let isDoubtful =
      isImpossible("plans") || isImpossible("phases")
      || GSDReadings(project).doubts(numbers.mapValues(\.value))
    findings.report(
      "count-mismatch", .error, subject,
      .otherPercent(percent.value, part("plans"), part("phases"), expected),
      at: percent.place.location,
      claims: ["completed_plans", "total_plans", "completed_phases", "total_phases"].compactMap { key in
        numbers[key].map { $0.place.claim(key) }
      },
      fix: expected > percent.value
        ? Fix(
          isDoubtful ? .unsafe : .safe, "write the percentage", at: percent.place.location,
          with: "\(expected)") : nil)
    return true
  }

  private func check(
    _ progress: GSDState.Progress, _ state: GSDState, _ isPercentWrong: Bool,
    into findings: inout ClaimFindings
  ) {
    guard !progress.isOfPhase else { return }
    let own = progress.plans.flatMap { plans in plans.total.flatMap { $0 > 0 ? (plans.done, $0) : nil } }
    let isOwn = own.map { Self.fits(progress.value, $0) }
    let parts = ["plans", "phases"].compactMap { part($0) }
    var reason: (message: String, percent: Int, claim: Claim?)?
    if let own, isOwn == false {
      reason = (.ownPercent(progress.value, own), Self.rounded(own), nil)
    } else if let percent = numbers["percent"], percent.value != progress.value, isOwn != true,
      !(isPercentWrong && parts.contains { Self.fits(progress.value, $0) })
    {
      reason = (.fieldPercent(progress.value, percent.value), percent.value, percent.place.claim("percent"))
    }
    let bar = progress.bar
    if let reason {
      var edits = [TextEdit(progress.percent, with: "\(reason.percent)")]
      if let bar { edits.insert(TextEdit(bar.range, with: bar.text(at: reason.percent)), at: 0) }
      report(
        reason.message, progress, state, [reason.claim].compactMap { $0 },
        reason.percent > progress.value && !isPercentWrong ? edits : nil, into: &findings)
    } else if let bar, bar.contradicts(progress.value) {
      report(
        .otherBar(progress.value, bar), progress, state, [],
        [TextEdit(bar.range, with: bar.text(at: progress.value))], into: &findings)
    }
  }

  private func report(
    _ message: String, _ progress: GSDState.Progress, _ state: GSDState, _ claims: [Claim],
    _ edits: [TextEdit]?,
    into findings: inout ClaimFindings
  ) {
    findings.report(
      "count-mismatch", .error, subject, message, at: state.file.location(progress.percent), claims: claims,
      fix: edits.map { edits in
        Fix(
          .safe, "write the number and the bar",
          files: [.init(path: state.file.source.path, edits: edits.sorted { $0.range < $1.range })])
      })
  }

  // MARK: Current position

  /// `Plan: A of B`.
  private func checkPlan(_ state: GSDState, _ counts: GSDReadings, into findings: inout ClaimFindings) {
    guard let plan = state.plan, let number = state.phase?.number else { return }
    let readings = counts.plans(of: number)
    if plan.number > plan.total {
      findings.report(
        "count-mismatch", .error, subject, "plan \(plan.number) of \(plan.total) is more than there are",
        at: plan.value.location)
    } else if !readings.isEmpty, !readings.contains(plan.total) {
      findings.report(
        "count-mismatch", .error, subject,
        "Plan says that there are \(plan.total), but phase \(number.text) has \(readings.sorted().alternatives)",
        at: plan.value.location)
    }
  }

  /// `Phase: 2 of 3`.
  private func checkPhase(_ state: GSDState, _ counts: GSDReadings, into findings: inout ClaimFindings) {
    guard let count = state.phaseCount, let phase = state.phase, counts.isDerivable else { return }
    var readings = counts.phases
    readings.formUnion(["total_phases"].compactMap { numbers[$0]?.value })
    guard !readings.isEmpty, !readings.contains(count.total) else { return }
    findings.report(
      "count-mismatch", .error, subject,
      "Phase says that there are \(count.total), but the roadmap has \(readings.sorted().alternatives)",
      at: phase.value.location)
  }

  /// Totals that no way of counting gives.
  private func checkTotals(_ counts: GSDReadings, into findings: inout ClaimFindings) {
    guard counts.isDerivable else { return }
    for (key, readings) in counts.totals {
      guard let number = numbers[key], !readings.isEmpty, !readings.contains(number.value),
        !(key.hasPrefix("completed")
          && (isImpossible("plans") && key.hasSuffix("plans")
            || isImpossible("phases") && key.hasSuffix("phases")))
      else { continue }
      findings.report(
        "count-mismatch", .info, subject,
        "\(key) is \(number.value), but the roadmap and the directories give \(readings.sorted().alternatives)",
        at: number.place.location)
    }
  }
}

extension [Int] {
  /// "2, 3 or 4".
  fileprivate var alternatives: String {
    let texts = prefix(6).map { String($0) }
    return texts.count < 2
      ? texts.joined() : texts.dropLast().joined(separator: ", ") + " or " + texts[texts.count - 1]
  }
}

extension String {
  fileprivate static func otherPercent(
    _ percent: Int, _ plans: (done: Int, total: Int)?, _ phases: (done: Int, total: Int)?, _ expected: Int
  ) -> String {
    let parts = [
      plans.map { "\($0.done) of \($0.total) plans" }, phases.map { "\($0.done) of \($0.total) phases" },
    ]
    return
      "percent is \(percent), but \(parts.compactMap { $0 }.joined(separator: " and ")) are completed (\(expected) %)"
  }
  fileprivate static func ownPercent(_ percent: Int, _ plans: (done: Int, total: Int)) -> String {
    "Progress says \(percent) %, but also \(plans.done)/\(plans.total) plans"
  }
  fileprivate static func fieldPercent(_ percent: Int, _ other: Int) -> String {
    "Progress says \(percent) %, but the front matter \(other) %"
  }
  fileprivate static func otherBar(_ percent: Int, _ bar: ProgressBar) -> String {
    "Progress says \(percent) %, but the bar shows \(bar.filled) of \(bar.length) blocks instead of \(bar.filled(at: percent))"
  }
}
