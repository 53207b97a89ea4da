import StatusClaims
import StatusDiagnostics
import StatusText

/// A phase of one milestone, with every place that says something of it.
///
/// A number can be given twice, in two milestones: those are two phases, and nothing is compared between them. To set the
/// status of a phase is to write its `items` (box, and `completed`), its `rows` (status, plans and completed cells), the
/// boxes of the plans in its `sections`, and what STATE.md says of it (`GSDState`).
struct GSDPhase {
  let number: GSDNumber
  /// The milestones that its places name.
  let labels: Set<MilestoneLabel>
  let items: [Roadmap.Item]
  let sections: [Roadmap.Section]
  let rows: [Roadmap.Row]
  /// What says how far the phase is, in the order of the kinds of places.
  let places: [GSDPlace]
  /// The directory that proves what was done; nil if there is none, or none can be trusted.
  var directory: PhaseDirectory?
  /// Whether the phase is finished history, of which old files may lack something.
  var isHistory = false

  /// "phase 2".
  var subject: String { "phase \(number.text)" }
  /// How much a finding matters that rests on the directory.
  func severity(_ usual: Severity) -> Severity { isHistory ? .info : usual }

  /// The places that say anything.
  private var statements: [GSDPlace] { places.filter { $0.status != .silent && $0.status != .unknown } }

  /// Whether every place that says something says that the phase is done, and each kind of place says it once.
  var isDone: Bool {
    let statements = statements
    return !statements.isEmpty && statements.allSatisfy { $0.stage == .done }
      && Set(statements.map(\.kind)).count == statements.count
  }

  /// Whether places say that the phase is not done, and none says anything else.
  var isOpen: Bool {
    let statements = statements
    return !statements.isEmpty && statements.allSatisfy { $0.stage == .open || $0.stage == .active }
  }

  /// An item with an open box whose text says when the phase was completed.
  var completedItem: Roadmap.Item? {
    items.first { $0.box.stage == .open && $0.status.stage == .open && $0.completed?.day != nil }
  }

  /// Whether it is open everywhere although all its plans have a SUMMARY and its verification passed.
  var isOpenButVerified: Bool {
    isOpen && directory?.isDone == true && directory?.verification?.text.lowercased() == "passed"
  }

  /// Whether some place says that the phase is done.
  var isDoneSomewhere: Bool { places.contains { $0.stage == .done || $0.status == .hedged } }

  /// The places that say that it is done, as claims.
  var claims: [Claim] { statements.map { $0.claim(subject) } }

  /// The place that a finding about the phase begins with.
  var first: GSDPlace? { statements.first }

  /// The plans of its sections.
  var plans: [Roadmap.Plan] { sections.flatMap(\.plans) }

  /// How many boxes of its plans are ticked.
  var tickedPlans: Int { plans.count { $0.box.stage == .done } }

  /// The name of a plan: `02-01`.
  func name(_ key: PlanKey) -> String { key.isWhole ? number.text : PlanNames.name(number, key) }

  /// The words of each of its titles.
  func titles(_ source: SourceText) -> [Set<ArraySlice<UInt8>>] {
    let ranges = items.map(\.title) + sections.map(\.title) + rows.map(\.title)
    return ranges.filter { !$0.isEmpty }.map { TaskWords.words(source.bytes[$0.indices]) }
  }
}
