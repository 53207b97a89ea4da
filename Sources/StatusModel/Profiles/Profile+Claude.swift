extension Profile {
  /// The standard that its users moved to in 2026.
  package static let claude: Profile = {
    let statuses =
      sharedStatuses + [.init(.expanded, "EXPANDED", .terminal), .init(.prReady, "PR READY", .resting)]
    let vocabulary = StatusVocabulary(statuses)
    let every = StatusSet(statuses.map(\.status))
    let open = statuses.map(\.status).filter { !vocabulary.isTerminal($0) }
    return Profile(
      name: "claude",
      vocabulary: vocabulary,
      phaseStatuses: [.notStarted, .inProgress, .partial, .blocked, .abandoned, .completed],
      planStatuses: every,
      taskTransitions: TransitionTable(
        StatusMap(open.map { (key: $0, value: every.subtracting([.notStarted, $0])) })),
      phaseTransitions: claudePhaseTransitions,
      ownStatusesFollowAll: true,
      restingStatusesNeedTimestamps: false,
      completionNeedsPhases: true,
      firstPhaseNumbers: [0, 1],
      timestamps: TimestampForms(
        taskField: [.date, .full], phaseField: [.full], statusChange: [.full], record: [.full],
        lastUpdated: [.full]),
      states: StateForms(
        artifactsAreObjects: true, recordsPlans: false, recordsCompletion: true, hasProjectStates: false),
      authority: [.registry, .taskList],
      planStatusSynonyms: [
        .notStarted: [.planned, .planning, .researched, .researching, .revised, .revising],
        .inProgress: [.partial, .implementing],
        .blocked: [.implementing, .partial],
        .abandoned: [.expanded],
        .completed: [.prReady],
      ],
      required: RequiredParts(
        taskFields: [[.effort], [.taskType, .language]],
        planFields: [
          ["Task", "Task Number", "Project Number"],
          ["Effort", "Estimated Effort", "Estimated Hours", "Estimated Total Hours"],
          ["Dependencies", "Depends on", "Task Dependencies"], ["Research Inputs", "Research Input"],
          ["Artifacts"],
          ["Standards"], ["Type", "Task Type", "Language"],
        ]),
      severities: [
        .init("overview-count", about: "tree", "off"),
        .init("missing-project-state", "off"), .init("project-state-mismatch", "off"),
        .init("plan-version-history", "off"), .init("missing-timestamp", about: "phase", "off"),
        .init("missing-timestamp", "info"), .init("timestamp-form", "info"),
        .init("missing-task-field", "info"), .init("missing-plan-field", "info"),
        .init("missing-plan-section", "info"), .init("missing-reason", about: "phase", "info"),
        .init("unknown-dependency", "warning"), .init("plan-task-number", "warning"),
      ])
  }()
  /// What a phase may become. One that is partial, which only this profile has, has been begun and can go on.
  private static let claudePhaseTransitions = TransitionTable([
    .notStarted: [.inProgress, .blocked],
    .inProgress: [.completed, .partial, .abandoned, .blocked],
    .partial: [.inProgress, .completed, .abandoned, .blocked],
    .blocked: [.inProgress, .abandoned],
  ])
}
