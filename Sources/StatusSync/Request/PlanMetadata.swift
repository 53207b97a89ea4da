import StatusSyntax

/// What state files say of a plan: its phases, its hours, how hard it is.
package struct PlanMetadata: Sendable, Equatable {
  /// The number of its phases.
  package var phaseCount: Int?
  /// The hours that it will take, as a JSON number: `10`, `1.5`.
  package var estimatedHours: String?
  /// How hard it is: `low`, `medium`, `high`.
  package var complexity: String?

  /// Nothing known.
  package init(phaseCount: Int? = nil, estimatedHours: String? = nil, complexity: String? = nil) {
    self.phaseCount = phaseCount
    self.estimatedHours = estimatedHours
    self.complexity = complexity
  }

  /// What a JSON object says; nil where it is none, or one of the three has another type.
  package init?(_ value: JSONValue) {
    guard value.kind == .object else { return nil }
    if let count = value["phase_count"] {
      guard let number = count.integer, number >= 0 else { return nil }
      phaseCount = number
    }
    if let hours = value["estimated_hours"] {
      guard hours.kind == .number, let number = hours.double, number >= 0 else { return nil }
      estimatedHours = value.tree.source.text(hours.range)
    }
    if let complexity = value["complexity"] {
      guard let text = complexity.string else { return nil }
      self.complexity = text
    }
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { phaseCount == nil && estimatedHours == nil && complexity == nil }
}
