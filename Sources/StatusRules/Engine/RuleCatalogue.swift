import StatusDiagnostics

/// Every rule there is: one hand-kept list, grouped by family. A new rule is a file and a line here.
package enum RuleCatalogue {
  /// The rules, family by family.
  package static let rules: [ScopedRule] = [
    // syntax
    .file(UnreadableFile()),
    .file(InvalidEncoding()),
    .file(InvalidJSON()),
    .format(InvalidYAML()),
    .file(DuplicateKey()),
    .file(MergeConflict()),
    .file(MalformedPlan()),
    .file(ByteOrderMark()),
    // markers
    .fileAndTree(UnknownMarker()),
    .file(NonstandardMarker()),
    .fileAndTree(MissingStatus()),
    .file(MissingPhaseMarker()),
    .file(DuplicateStatus()),
    .file(MisplacedMarker()),
    .file(UnknownStateStatus()),
    .file(EmojiInHeading()),
    // timestamps
    .dated(InvalidTimestamp()),
    .dated(TimestampFormRule()),
    .datedAndTree(MissingTimestamp()),
    .dated(PlaceholderTimestamp()),
    .dated(TimestampOrder()),
    .dated(FutureTimestamp()),
    .dated(UnearnedTimestamp()),
    .file(TimestampFieldName()),
    .dated(StaleLastUpdated()),
    // transitions
    .file(SkippedPhase()),
    .file(SeveralActivePhases()),
    .file(MissingReason()),
    .change(IllegalTransition()),
    .change(TerminalStatusChanged()),
    .change(StartedRewritten()),
    .change(VanishedTask()),
    // structure
    .file(DuplicateTaskNumber()),
    .file(MalformedTask()),
    .file(UnclosedBlockRule()),
    .file(MissingTaskField()),
    .file(MissingPlanField()),
    .file(MissingPlanSection()),
    .file(PlanFrontMatter()),
    .file(MissingPhaseField()),
    .file(UncheckedWork()),
    .file(PlanFileNameRule()),
    .file(MissingStateField()),
    .file(WrongStateType()),
    .file(DuplicateField()),
    .file(OpenSubphase()),
    .file(DuplicatePhaseNumber()),
    .file(PhaseNumberGap()),
    .file(PhaseHeadingLevel()),
    .tree(DirectoryName()),
    .format(DuplicateId()),
    .format(PlaceholderText()),
    .format(NumberGap()),
    // consistency
    .tree(StatusMismatch()),
    .file(PlanStatusMismatch()),
    .tree(PlanTaskMismatch()),
    .tree(TaskOrderMismatch()),
    .tree(ProjectStateMismatch()),
    .tree(TimestampMismatch()),
    .tree(NameMismatch()),
    .tree(MissingProjectState()),
    .tree(PlanMetadataMismatch()),
    .tree(PlanVersionHistory()),
    .tree(UnknownDependency()),
    .tree(DependencyCycle()),
    .tree(UnmetDependency()),
    .tree(OneSidedBlocking()),
    .tree(DuplicateProjectDirectory()),
    .tree(OrphanProjectDirectory()),
    .tree(ForeignArtifact()),
    .file(PlanTaskNumber()),
    .tree(UntrackedTask()),
    .tree(UnlistedTask()),
    .tree(ArchivedButActive()),
    .tree(NextNumber()),
    .tree(FrontMatterMismatch()),
    .fileAndTree(OverviewCount()),
    .format(RollupMismatch()),
    .format(ParentMismatch()),
    .format(StalePointer()),
    .format(CountMismatch()),
    .format(UnknownReference()),
    .format(ReferenceMismatch()),
    .format(StaleDirectoryState()),
    .format(UncoveredRequirement()),
    .format(OverlappingChange()),
    .format(UnmergedChange()),
    // artifacts
    .tree(MissingArtifact()),
    .tree(EmptyArtifact()),
    .tree(ArtifactPath()),
    .tree(UnlinkedArtifact()),
    // suppression
    .suppression(UnusedSuppression()),
    .file(UnexplainedSuppression()),
  ]

  /// Their descriptions, in the order of the list.
  package static let descriptors: [RuleDescriptor] = rules.map(\.descriptor)

  private static let byName: [String: RuleDescriptor] = {
    var byName: [String: RuleDescriptor] = [:]
    for descriptor in descriptors {
      for name in [descriptor.name] + descriptor.aliases { byName[name] = descriptor }
    }
    return byName
  }()

  /// The rule of that name, or that once had it.
  package static func descriptor(named name: String) -> RuleDescriptor? { byName[name] }
}
