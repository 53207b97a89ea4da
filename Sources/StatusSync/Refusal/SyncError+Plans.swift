/// Plans, phases and artifacts that an update cannot use.
extension SyncError {
  static func noPhase(_ number: String, _ path: String, valid: [String]) -> SyncError {
    SyncError(
      .validation, "PHASE_NOT_FOUND", "Phase \(number) not found in plan file \(path)",
      recommendation: "the plan's phases are \(valid.joined(separator: ", "))")
  }

  static func phaseNumber(_ number: String) -> SyncError {
    SyncError(
      .validation, "INVALID_PHASE_NUMBER", "Invalid phase number: \(number) (must be positive integer)",
      recommendation: "give the phase's number as its heading has it")
  }

  static func phaseTransition(_ number: String, _ old: String, _ new: String, next: [String]) -> SyncError {
    SyncError(
      .validation, "ILLEGAL_PHASE_TRANSITION",
      "Invalid status transition for phase \(number): \(old) -> \(new)",
      recommendation: next.isEmpty
        ? "phase \(number) is \(old), and that is an end"
        : "phase \(number) is \(old), from which it can become \(next.joined(separator: ", "))")
  }

  static func unknownPhaseStatus(_ number: String, _ text: String, _ valid: [String]) -> SyncError {
    SyncError(
      .validation, "UNKNOWN_STATUS",
      "phase \(number) cannot become \"\(text)\", which is no status of phases",
      recommendation: "use one of \(valid.joined(separator: ", "))")
  }

  static func unreadablePhaseMarker(_ number: String, _ text: String, _ path: String) -> SyncError {
    SyncError(
      .sync, "UNKNOWN_STATUS",
      "phase \(number) is \(text) in plan file \(path), which is no status of phases",
      recommendation: "give the phase a status by hand; `statuslint check` says which ones there are")
  }

  static func malformedPlan(_ path: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_PLAN", "Malformed plan file: \(path) (missing phase headings)",
      recommendation: "head each phase with `### Phase N: Name [NOT STARTED]`")
  }

  static func unreadablePhase(_ path: String, _ heading: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_PLAN", "Malformed plan file: \(path) (\"\(heading)\" has no number)",
      recommendation: "head each phase with `### Phase N: Name [NOT STARTED]`")
  }

  static func phaseOrder(_ path: String, _ numbers: [String], first: [Int]) -> SyncError {
    SyncError(
      .validation, "PHASE_ORDER",
      "the phase numbers of plan file \(path) are not in order: \(numbers.joined(separator: ", "))",
      recommendation:
        "number the phases \(first.map { "\($0), \($0 + 1), \($0 + 2), …" }.joined(separator: " or "))")
  }

  static func noPlan(_ number: Int) -> SyncError {
    SyncError(
      .validation, "NO_PLAN", "task \(number) has no plan whose phases could be marked",
      recommendation: "link a plan in TODO.md and state.json: `statuslint update \(number) --plan PATH`")
  }

  static func nothingToResume(_ number: Int, _ path: String, mayBeCompleted: Bool, isUnderWay: Bool)
    -> SyncError
  {
    let begin = isUnderWay ? "" : "begin, then "
    return SyncError(
      .validation, "NOTHING_TO_RESUME", "every phase of plan file \(path) has ended",
      recommendation: mayBeCompleted
        ? "\(begin)finish task \(number): `statuslint finish \(number) implement --return FILE`"
        : "no phase is completed: revise the plan, or abandon task \(number)")
  }

  static func phasesAtRest(_ number: Int, _ status: String) -> SyncError {
    SyncError(
      .validation, "NOT_UNDER_WAY",
      "the phases of task \(number) cannot be marked: the task is \(status), and nobody works on them",
      recommendation:
        "begin it first: `statuslint begin \(number) implement`; or give --allow-transition REASON")
  }

  static func missingPlan(_ path: String) -> SyncError {
    SyncError(
      .artifact, "PLAN_NOT_FOUND", "Plan file not found: \(path)",
      recommendation: "give the plan's path from the repository root, or correct the link to it")
  }

  static func foreignPlan(_ path: String, _ number: Int) -> SyncError {
    SyncError(
      .artifact, "FOREIGN_PLAN",
      "\(path) is no plan of task \(number): plans are Markdown files in its plans/",
      recommendation: "put the plan into the plans/ of the task's directory")
  }

  static func missingArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_NOT_FOUND", "Artifact not found: \(path)", isRecoverable: true,
      recommendation: "write the file first, and give its path from the repository root")
  }

  static func emptyArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_EMPTY", "Artifact is empty: \(path)", isRecoverable: true,
      recommendation: "write the file first, or leave it out")
  }

  static func outsideArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_OUTSIDE", "Artifact lies outside of the repository: \(path)",
      recommendation: "give the path of a file in the repository")
  }

  static func specialArtifact(_ path: String, _ kind: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_IS_SPECIAL", "Artifact is \(kind), not a file: \(path)",
      recommendation: "write it as a regular file")
  }

  static func directoryArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_IS_DIRECTORY", "Artifact is a directory: \(path)",
      recommendation: "name the files in it")
  }
}
