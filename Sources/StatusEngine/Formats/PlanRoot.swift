/// A root of a format, by its path from the repository root.
package struct PlanRoot: Hashable, Sendable {
  /// The name of the format.
  package let format: String
  /// The path; empty for the repository itself.
  package let path: String
}
