/// One task, joined by its number from all the files that know it. A class, because rules pass thousands of them around.
package final class TrackedTask: Sendable {
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

  init(
    number: Int, entry: TaskEntry?, state: StateEntry?, directories: [Int], currentPlan: Int?,
    missingPlan: String?
  ) {
    self.number = number
    self.entry = entry
    self.state = state
    self.directories = directories
    self.currentPlan = currentPlan
    self.missingPlan = missingPlan
  }
}
