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
      phaseTransitions: sharedPhaseTransitions,
      restingStatusesNeedTimestamps: false,
      firstPhaseNumbers: [0, 1],
      timestamps: TimestampForms(
        taskField: [.date, .full], phaseField: [.full], statusChange: [.full], record: [.full],
        lastUpdated: [.full]),
      authority: [.registry, .taskList],
      planStatusSynonyms: [
        .notStarted: [.planned, .planning, .researched, .researching, .revised, .revising],
        .inProgress: [.partial, .implementing],
        .blocked: [.implementing, .partial],
        .abandoned: [.expanded],
        .completed: [.prReady],
      ],
      severities: [
        .init("overview-count", about: "tree", "off"),
        .init("missing-project-state", "off"), .init("project-state-mismatch", "off"),
        .init("plan-version-history", "off"), .init("missing-timestamp", about: "phase", "off"),
        .init("missing-timestamp", "info"), .init("timestamp-form", "info"),
        .init("missing-plan-field", "info"),
        .init("missing-plan-section", "info"), .init("missing-reason", about: "phase", "info"),
        .init("unknown-dependency", "warning"), .init("plan-task-number", "warning"),
      ])
  }()
}
