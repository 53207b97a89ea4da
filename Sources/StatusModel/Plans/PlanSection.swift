import StatusText

/// A section that the standard wants in a plan.
package enum PlanSection: UInt8, Sendable, CaseIterable {
  case overview, goals, risks, phases, testing, artifacts, rollback

  /// Some of the sections.
  package struct Set: OptionSet, Sendable {
    /// A bit for each section.
    package let rawValue: UInt8

    /// The set with those bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The set of one section.
    package init(_ section: PlanSection) { self.init(rawValue: 1 << section.rawValue) }
  }

  /// The heading as the standard has it.
  package var title: String {
    switch self {
    case .overview: "Overview"
    case .goals: "Goals & Non-Goals"
    case .risks: "Risks & Mitigations"
    case .phases: "Implementation Phases"
    case .testing: "Testing & Validation"
    case .artifacts: "Artifacts & Outputs"
    case .rollback: "Rollback/Contingency"
    }
  }

  /// The section that a heading with the text `range` begins; its first word tells, after a number if there is one.
  init?(_ bytes: [UInt8], _ range: ByteRange) {
    guard let section = Self.words.value(at: range, in: bytes) else { return nil }
    self = section
  }

  private static let words = FirstWords<PlanSection>([
    ("overview", .overview), ("goal", .goals), ("risk", .risks), ("implementation phases", .phases),
    ("phases", .phases), ("test", .testing), ("validation", .testing), ("artifact", .artifacts),
    ("outputs", .artifacts), ("rollback", .rollback), ("contingency", .rollback),
  ])
}
