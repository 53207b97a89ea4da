extension Workspace {
  /// The number of the task in whose directory `file` is; nil for a file of the tree itself.
  package func taskNumber(of file: TrackedFile) -> Int? {
    context.taskNumber(of: file)
  }

  /// Whether nothing of the current plan of `task` remains. Where it is missing or cannot be read, that is unknown:
  /// false.
  package func mayComplete(_ task: TrackedTask) -> Bool {
    if let plan = currentPlan(of: task) { return Remaining(plan, profile)?.mayBeCompleted ?? false }
    // A plan of an active directory that cannot be read is the current one.
    return task.currentPlan == nil && task.missingPlan == nil
      && !task.directories.contains { directories[$0].isArchived && hasUnreadablePlan($0) }
  }

  /// Whether a file in the plans of the directory with that index could not be read.
  private func hasUnreadablePlan(_ directory: Int) -> Bool {
    files.contains { $0.directory == directory && $0.kind == .plan && $0.isUnreadable }
  }
}
