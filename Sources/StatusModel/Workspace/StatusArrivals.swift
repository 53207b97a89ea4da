/// When tasks and phases have got the statuses that the last commit has.
package struct StatusArrivals: Sendable {
  /// By the number of the task.
  package var tasks: [Int: StatusArrival] = [:]
  /// By the path of the plan, then by the number of the phase as it is written.
  package var phases: [String: [String: StatusArrival]] = [:]

  /// Nothing is known yet.
  package init() {}

  /// Whether nothing is known.
  package var isEmpty: Bool { tasks.isEmpty && phases.isEmpty }
}
