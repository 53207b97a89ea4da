extension Workspace {
  /// The number of the task in whose directory `file` is; nil for a file of the tree itself.
  package func taskNumber(of file: TrackedFile) -> Int? {
    file.directory < 0 ? nil : directories[file.directory].number
  }

  /// Whether a plan's file is a plan of its own, by its name and place, and not a part of one.
  package func isWholePlan(_ file: TrackedFile) -> Bool {
    file.kind == .plan && file.directory >= 0 && PlanFileName(path: file.path).isStandard
      && !directories[file.directory].isNested(file.path)
  }

  /// Whether nothing of the current plan of `task` remains. Where it is missing or cannot be read, that is unknown: false.
  package func mayComplete(_ task: TrackedTask) -> Bool {
    if let plan = currentPlan(of: task) { return Remaining(plan, profile)?.mayBeCompleted ?? false }
    // A plan of an active directory that cannot be read is the current one.
    return task.currentPlan == nil && task.missingPlan == nil
      && !task.directories.contains { directories[$0].isArchived && hasUnreadablePlan($0) }
  }

  /// Whether `file` is a plan in which a phase cannot be read, or that lacks phases; needs no bytes of it.
  package func isMalformedPlan(_ file: TrackedFile) -> Bool {
    guard let plan = file.plan else { return false }
    // What is only a part of a plan need not have phases of its own; phases that a fence hides are another fault.
    return !plan.unreadablePhases.isEmpty
      || plan.phases.isEmpty && plan.hidden.phaseCount == 0 && isWholePlan(file)
  }

  /// Whether a file in the plans of the directory with that index could not be read.
  private func hasUnreadablePlan(_ directory: Int) -> Bool {
    files.contains { $0.directory == directory && $0.kind == .plan && $0.isUnreadable }
  }
}
