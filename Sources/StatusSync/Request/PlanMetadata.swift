import StatusSyntax

/// The metadata of a plan in state files: the number of phases, hours, complexity.
package struct PlanMetadata: Sendable, Equatable {
  /// The number of its phases.
  package var phaseCount: Int?
  /// The estimated hours, as a JSON number: `10`, `1.5`.
  package var estimatedHours: String?
  /// The complexity: `low`, `medium`, `high`.
  package var complexity: String?

  /// Metadata without a value.
  package init(phaseCount: Int? = nil, estimatedHours: String? = nil, complexity: String? = nil) {
    self.phaseCount = phaseCount
    self.estimatedHours = estimatedHours
    self.complexity = complexity
  }

  /// Reads a JSON object; the error says what is wrong with it.
  package init(_ value: JSONValue, named name: String = "plan_metadata") throws(InputFault) {
    guard value.kind == .object else { throw .kind(name, value, "an object") }
    if let count = value["phase_count"] {
      guard let number = count.integer, number >= 0 else {
        throw .kind("\(name).phase_count", count, "a whole number from 0")
      }
      phaseCount = number
    }
    if let hours = value["estimated_hours"] {
      guard hours.kind == .number, let number = hours.double, number >= 0 else {
        throw .kind("\(name).estimated_hours", hours, "a number from 0")
      }
      estimatedHours = value.tree.source.text(hours.range)
    }
    if let complexity = value["complexity"] {
      guard let text = complexity.string else { throw .kind("\(name).complexity", complexity, "a string") }
      self.complexity = text
    }
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { phaseCount == nil && estimatedHours == nil && complexity == nil }
}
