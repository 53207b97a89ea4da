import StatusModel

/// Plans, phases and artifacts that an update cannot use.
extension SyncError {
  static func noPhase(_ number: String, _ path: String, valid: [String]) -> SyncError {
    SyncError(
      .validation, "PHASE_NOT_FOUND", "Phase \(number) not found in plan file \(path: path)",
      recommendation: "the plan's phases are \(valid.listed)")
  }

  static func phaseNumber(_ number: String) -> SyncError {
    SyncError(
      .validation, "INVALID_PHASE_NUMBER", "Invalid phase number: \(number) (must be positive integer)",
      recommendation: "use the number in the heading of the phase")
  }

  /// `isFinal` says whether the old status ends a phase.
  static func phaseTransition(
    _ number: String, _ old: String, _ new: String, next: [String], isFinal: Bool
  ) -> SyncError {
    SyncError(
      .validation, "ILLEGAL_PHASE_TRANSITION",
      "Invalid status transition for phase \(number): \(old) -> \(new)",
      recommendation: next.isEmpty
        ? "phase \(number) is \(old), \(noStep(isFinal))"
        : "phase \(number) is \(old); it can become \(next.joined(separator: ", "))")
  }

  static func unknownPhaseStatus(_ number: String, _ text: String, _ valid: [String]) -> SyncError {
    SyncError(
      .validation, "UNKNOWN_STATUS",
      "phase \(number) cannot become \"\(text)\": it is not a phase status",
      recommendation: "use one of \(valid.joined(separator: ", "))")
  }

  static func unreadablePhaseMarker(_ number: String, _ text: String, _ path: String) -> SyncError {
    SyncError(
      .sync, "UNKNOWN_STATUS",
      "phase \(number) has \"\(text)\" in plan file \(path: path), which is not a phase status",
      recommendation: "correct the status in the plan; `statuslint check` lists the valid ones")
  }

  private static let runCheck: SyncMessage =
    "run `statuslint check`, correct what it reports about the plan, and try again"

  static func severalStatuses(ofPlan path: String) -> SyncError {
    SyncError(
      .sync, "SEVERAL_STATUSES", "plan file \(path: path) has several statuses", recommendation: runCheck)
  }

  static func severalStatuses(ofPhase number: String, _ path: String) -> SyncError {
    SyncError(
      .sync, "SEVERAL_STATUSES", "phase \(number) has several statuses in plan file \(path: path)",
      recommendation: runCheck)
  }

  static func malformedPlan(_ path: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_PLAN", "Malformed plan file: \(path: path) (missing phase headings)",
      recommendation: "start each phase with a heading like `### Phase 1: Name [NOT STARTED]`")
  }

  static func unreadablePhase(_ path: String, _ heading: String) -> SyncError {
    SyncError(
      .validation, "MALFORMED_PLAN",
      "Malformed plan file: \(path: path) (\"\(heading)\" cannot be read as a phase heading)",
      recommendation: "start each phase with a heading like `### Phase 1: Name [NOT STARTED]`")
  }

  static func phaseOrder(_ path: String, _ numbers: [String], first: [Int]) -> SyncError {
    SyncError(
      .validation, "PHASE_ORDER",
      "the phase numbers of plan file \(path: path) are not in order: \(numbers.listed)",
      recommendation:
        "number the phases in order: \(first.map { "\($0), \($0 + 1), \($0 + 2), …" }.joined(separator: " or "))"
    )
  }

  static func noPlan(_ number: Int) -> SyncError {
    SyncError(
      .validation, "NO_PLAN", "task \(number) has no plan",
      recommendation: "add a plan to the task: `statuslint update \(number) --plan PATH`")
  }

  static func nothingToResume(_ subject: TaskSubject, _ point: ResumePoint, _ profile: Profile) -> SyncError {
    let steps = point.mayBeCompleted ? finishing(subject) : stepsWithoutPhases(subject, profile)
    return SyncError(
      .validation, "NOTHING_TO_RESUME",
      "every phase of plan file \(path: point.plan) is completed or abandoned", recommendation: steps)
  }

  private static func finishing(_ subject: TaskSubject) -> SyncMessage {
    let begin = subject.status == Workflow.implement.active ? "" : "begin, then "
    let number = subject.number
    return "\(begin)finish task \(number): `statuslint finish \(number) implement --return FILE`"
  }

  /// What may be done with a task whose every phase is abandoned: only what is legal from its status.
  private static func stepsWithoutPhases(_ subject: TaskSubject, _ profile: Profile) -> SyncMessage {
    let number = subject.number
    let steps: [(Status, String)] = [
      (.revising, "revise the plan: `statuslint begin \(number) revise`"),
      (.planning, "write another plan: `statuslint begin \(number) plan`"),
      (.abandoned, "abandon the task: `statuslint update \(number) --status abandoned --reason TEXT`"),
    ]
    let legal = steps.filter { profile.taskTransitions.allows(subject.status, to: $0.0) }.map(\.1)
    return SyncMessage("no phase is completed; " + legal.joined(separator: "; or "))
  }

  static func phasesNotInProgress(_ number: Int, _ status: String, mayBegin: Bool) -> SyncError {
    SyncError(
      .validation, "NOT_UNDER_WAY",
      "the phases of task \(number) cannot change: the task is \(status), not in progress",
      recommendation: (mayBegin
        ? "begin it first: `statuslint begin \(number) implement`; or give"
        : "`begin` cannot start it from this status; to change the phases anyway, give")
        + " --allow-transition REASON")
  }

  static func missingPlan(_ path: String) -> SyncError {
    SyncError(
      .artifact, "PLAN_NOT_FOUND", "Plan file not found: \(path)",
      recommendation: "give the path from the repository root, or correct the link to the plan")
  }

  static func unlinkedPlan(_ path: String, _ number: Int) -> SyncError {
    SyncError(
      .artifact, "PLAN_NOT_LINKED",
      "\(path: path) is linked in neither TODO.md nor state.json: it may be left over from a failed workflow",
      recommendation: "if it is the plan of the task, link it: `statuslint update \(number) --plan \(path)`")
  }

  static func outrankedPlan(_ path: String, by other: String) -> SyncError {
    SyncError(
      .artifact, "PLAN_OUTRANKED",
      "\(path: path) would not become the current plan: \(path: other) has a higher version",
      recommendation: "give the new plan the next number in its name")
  }

  static func foreignPlan(_ path: String, _ number: Int) -> SyncError {
    SyncError(
      .artifact, "FOREIGN_PLAN",
      "\(path: path) is not a plan of task \(number): a plan is a Markdown file in the plans/ directory of its task",
      recommendation: "move the plan into the plans/ directory of the task")
  }

  static func missingArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_NOT_FOUND", "Artifact not found: \(path)", isRecoverable: true,
      recommendation: "create the file first, and give its path from the repository root")
  }

  static func emptyArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_EMPTY", "Artifact is empty: \(path)", isRecoverable: true,
      recommendation: "write its content first, or leave it out")
  }

  static func outsideArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_OUTSIDE", "Artifact is outside the repository: \(path)",
      recommendation: "give the path of a file in the repository")
  }

  /// `shown` is the path, with escapes in place of the bytes that are not UTF-8.
  static func unlinkableArtifact(_ shown: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_NAME", "Artifact cannot be linked by its path: \(shown)",
      recommendation:
        "rename the file: a link is valid UTF-8, does not begin like an absolute path, and is not a list of names"
    )
  }

  static func specialArtifact(_ path: String, _ kind: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_IS_SPECIAL", "Artifact is \(kind), not a regular file: \(path)",
      recommendation: "replace it with a regular file")
  }

  static func directoryArtifact(_ path: String) -> SyncError {
    SyncError(
      .artifact, "ARTIFACT_IS_DIRECTORY", "Artifact is a directory: \(path)",
      recommendation: "list the files in it instead")
  }
}
