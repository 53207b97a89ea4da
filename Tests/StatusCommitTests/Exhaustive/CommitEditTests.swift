import Testing

/// Invariant 5: what someone else wrote is never replaced or removed, and the other files are all old or all new.
struct CommitEditTests {
  @Test("a file is changed by someone else before any call", arguments: CommitScenario.editable)
  func commits(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryEdits() } }

  @Test("… while a commit that failed is undone", arguments: CommitScenario.editable)
  func undoing(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryEditsDuringUndo() } }

  @Test("… while an interrupted commit is recovered", arguments: CommitScenario.editable)
  func recovery(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryEditsDuringRecovery() } }
}
