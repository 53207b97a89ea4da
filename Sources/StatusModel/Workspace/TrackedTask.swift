/// One task, joined by its number from all the files that know it.
package struct TrackedTask: Sendable {
  /// Its number.
  package let number: Int
  /// What TODO.md says; the first of several.
  package let entry: TaskEntry?
  /// What the registry says; the first of several.
  package let state: StateEntry?
  /// The indices of its directories in the workspace, archived ones last.
  package let directories: [Int]
  /// The index, in the files of the workspace, of the current plan, even if it cannot be read.
  package let currentPlan: Int?
  /// The link to the current plan, if that plan does not exist.
  package let missingPlan: String?
}
