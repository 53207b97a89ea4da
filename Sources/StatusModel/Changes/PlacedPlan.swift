/// A plan with everything by which it is found again after a change.
package struct PlacedPlan: Sendable {
  /// The path of the plan in its tree: the tree may be renamed.
  package let inRoot: String
  /// The number of its task with the path in the task's directory: the directory may be renamed.
  package let inTask: String?
  /// The number of its task with the words of its phases: the plan may be renamed. Empty for a plan without phases.
  package let phases: @Sendable () -> [String]

  /// A plan at that place.
  package init(inRoot: String, inTask: String?, phases: @escaping @Sendable () -> [String]) {
    self.inRoot = inRoot
    self.inTask = inTask
    self.phases = phases
  }
}
