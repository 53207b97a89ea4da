import StatusDiagnostics

/// Every rule there is: one hand-kept list, grouped by family. A new rule is a file and a line here.
package enum RuleCatalogue {
  /// The rules, family by family.
  package static let rules: [any Rule] = [
    // syntax
    UnreadableFile(), InvalidEncoding(), InvalidJSON(), DuplicateKey(), MergeConflict(), MalformedPlan(),
    ByteOrderMark(),
    // markers
    UnknownMarker(), NonstandardMarker(), MissingStatus(), MissingPhaseMarker(), DuplicateStatus(),
    MisplacedMarker(), UnknownStateStatus(), EmojiInHeading(),
    // timestamps
    InvalidTimestamp(), TimestampFormRule(), MissingTimestamp(), PlaceholderTimestamp(), TimestampOrder(),
    FutureTimestamp(), UnearnedTimestamp(), TimestampFieldName(), StaleLastUpdated(),
    // transitions
    SkippedPhase(), SeveralActivePhases(), MissingReason(),
    // structure
    DuplicateTaskNumber(), DuplicatePhaseNumber(), PhaseNumberGap(), PhaseHeadingLevel(),
    // consistency
    StatusMismatch(), PlanStatusMismatch(), PlanTaskMismatch(), PlanTaskNumber(), UntrackedTask(),
    UnlistedTask(), NextNumber(), FrontMatterMismatch(), OverviewCount(),
    // artifacts
    MissingArtifact(), EmptyArtifact(), ArtifactPath(),
  ]

  /// Their descriptions, in the order of the list.
  package static let descriptors: [RuleDescriptor] = rules.map { type(of: $0).descriptor }

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
