/// What is known of a tree while a single one of its files is judged: all but its other files.
///
/// A class, since every rule asks it about every file.
package final class FileContext: Sendable {
  /// The standard that the tree is judged by.
  package let profile: Profile
  /// Every project directory; a file's `directory` is an index into them.
  package let directories: [ProjectDirectory]
  /// The present, to which dates are compared.
  package let now: Timestamp

  /// A tree with these project directories, as it is at `now`.
  package init(profile: Profile, directories: [ProjectDirectory], now: Timestamp) {
    self.profile = profile
    self.directories = directories
    self.now = now
  }

  /// The number of the task in whose directory `file` is; nil for a file of the tree itself.
  package func taskNumber(of file: TrackedFile) -> Int? {
    file.directory < 0 ? nil : directories[file.directory].number
  }

  /// Whether `file` is in the directory of an archived task: it is history, and is not completed any more.
  package func isArchived(_ file: TrackedFile) -> Bool {
    file.directory >= 0 && directories[file.directory].isArchived
  }

  /// Whether a plan's file is a plan of its own, by its name and place, and not a part of one.
  package func isWholePlan(_ file: TrackedFile) -> Bool {
    file.kind == .plan && file.directory >= 0 && PlanFileName(path: file.path).isStandard
      && !directories[file.directory].isNested(file.path)
  }

  /// Whether a plan's file has to have all that a plan needs: it is not a part of one, and nothing of it is hidden.
  package func isJudgedWhole(_ file: TrackedFile) -> Bool {
    guard let plan = file.plan, file.directory >= 0, !directories[file.directory].isNested(file.path) else {
      return false
    }
    return !plan.isMalformed && !plan.hidden.hasFields
  }

  /// Whether `file` is a plan in which a phase cannot be read, or that lacks phases; needs no bytes of it.
  package func isMalformedPlan(_ file: TrackedFile) -> Bool {
    guard let plan = file.plan else { return false }
    // What is only a part of a plan need not have phases of its own; phases that a fence hides are another fault.
    return !plan.unreadablePhases.isEmpty
      || plan.phases.isEmpty && plan.hidden.phaseCount == 0 && isWholePlan(file)
  }
}
