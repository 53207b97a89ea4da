/// What a standard wants in every task and every plan, beside what has a rule of its own.
package struct RequiredParts: Sendable {
  /// The fields of a task in TODO.md, each with those that may stand in its place.
  package let taskFields: [[FieldName]]
  /// The fields of a plan, each with those that may stand in its place.
  package let planFields: [[String]]
  /// The sections of a plan.
  package let planSections: [PlanSection] = PlanSection.allCases
  /// The parts of a phase.
  package let phaseParts: [PhasePart] = PhasePart.allCases
}
