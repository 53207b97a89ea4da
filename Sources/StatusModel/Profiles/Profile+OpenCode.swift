extension Profile {
  /// The standard of December 2025.
  package static let opencode = Profile(
    name: "opencode",
    vocabulary: StatusVocabulary(sharedStatuses),
    phaseStatuses: [.notStarted, .inProgress, .blocked, .abandoned, .completed],
    planStatuses: [.notStarted, .inProgress, .blocked, .abandoned, .completed, .partial],
    taskTransitions: TransitionTable([
      .notStarted: [.inProgress, .researching, .planning, .implementing, .blocked],
      .inProgress: [.researched, .planned, .completed, .blocked, .abandoned],
      .researching: [.researched, .blocked, .abandoned],
      .researched: [.inProgress, .researching, .planning, .planned],
      .planning: [.planned, .blocked, .abandoned],
      .planned: [.inProgress, .revising, .implementing],
      .revising: [.revised, .blocked],
      .revised: [.revising, .implementing],
      .implementing: [.completed, .partial, .blocked, .abandoned],
      .partial: [.implementing, .abandoned],
      .blocked: [.inProgress, .researching, .planning, .implementing, .abandoned],
      .abandoned: [.notStarted],
    ]),
    phaseTransitions: sharedPhaseTransitions,
    ownStatusesFollowAll: false,
    restingStatusesNeedTimestamps: true,
    completionNeedsPhases: false,
    firstPhaseNumbers: [1],
    timestamps: TimestampForms(
      taskField: [.date], phaseField: [.full], statusChange: [.date], record: [.full], lastUpdated: [.date]),
    states: StateForms(
      artifactsAreObjects: false, recordsPlans: true, recordsCompletion: false, hasProjectStates: true),
    authority: [.taskList, .registry],
    planStatusSynonyms: [.inProgress: [.partial]],
    required: RequiredParts(
      taskFields: [[.effort], [.priority], [.language, .taskType]],
      planFields: [
        ["Task", "Task Number", "Project Number"],
        ["Effort", "Estimated Effort", "Estimated Hours", "Estimated Total Hours"], ["Priority"],
        ["Dependencies", "Depends on", "Task Dependencies"],
        ["Research Inputs", "Research Input"],
        ["Artifacts"], ["Standards"], ["Language", "Type"], ["Lean Intent"],
      ]),
    severities: [])

  /// The statuses that both profiles have.
  static let sharedStatuses: [StatusVocabulary.Entry] = [
    .init(.notStarted, "NOT STARTED", .initial),
    .init(.inProgress, "IN PROGRESS", .active),
    .init(.researching, "RESEARCHING", .active),
    .init(.researched, "RESEARCHED", .resting),
    .init(.planning, "PLANNING", .active),
    .init(.planned, "PLANNED", .resting),
    .init(.revising, "REVISING", .active),
    .init(.revised, "REVISED", .resting),
    .init(.implementing, "IMPLEMENTING", .active),
    .init(.partial, "PARTIAL", .resting),
    .init(.blocked, "BLOCKED", .waiting),
    .init(.completed, "COMPLETED", .terminal),
    .init(.abandoned, "ABANDONED", .terminal),
  ]

  /// What a phase may become, in both profiles.
  static let sharedPhaseTransitions = TransitionTable([
    .notStarted: [.inProgress, .blocked],
    .inProgress: [.completed, .abandoned, .blocked],
    .blocked: [.inProgress, .abandoned],
  ])
}
