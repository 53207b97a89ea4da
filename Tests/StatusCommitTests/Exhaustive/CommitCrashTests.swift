import Testing

/// Invariants 1 to 4, 6 and 8 against processes that end in the midst and power that goes: all files are old, or all
/// are new, nothing is left over, and what was reported done stays done.
struct CommitCrashTests {
  @Test("the process ends at any call", arguments: CommitScenario.all)
  func crashes(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryCrashes() } }

  @Test("the power goes at any time, with any part of what was not waited for", arguments: CommitScenario.all)
  func powerCuts(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryPowerCuts() } }

  @Test("recovery is cut short, too", arguments: CommitScenario.all)
  func nested(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryCrashesInRecovery() } }

  @Test(
    "the process ends or the power goes while a commit that failed is undone", arguments: CommitScenario.all)
  func undoing(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryCrashesDuringUndo() } }

  @Test(
    "a file system without fsync or locks for directories is good enough",
    arguments: CommitScenario.otherWorlds)
  func otherWorlds(scenario: CommitScenario) {
    scenario.expectNoViolations {
      $0.tryCrashes()
      $0.tryPowerCuts()
    }
  }

  @Test(
    "recovery writes anew what someone has taken away, and is cut short",
    arguments: [CommitScenario.fourFiles])
  func stages(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryCrashesWithoutStages() } }

  @Test("any call fails in any way", arguments: CommitScenario.all)
  func errors(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryErrors() } }

  @Test(
    "a call fails, or the process ends, while several threads write", arguments: [CommitScenario.manyFiles])
  func threads(scenario: CommitScenario) { scenario.expectNoViolations { $0.trySomeFaults() } }

  @Test(
    "a disk that forgets names after an error leaves no mixture, either", arguments: [CommitScenario.newFile])
  func forgetfulDisk(scenario: CommitScenario) {
    scenario.expectNoViolations {
      $0.losesNamesForGood = true
      $0.tryCrashesDuringUndo()
      $0.tryErrors()
    }
  }

  @Test("any call of recovery fails", arguments: CommitScenario.all)
  func nestedErrors(scenario: CommitScenario) { scenario.expectNoViolations { $0.tryErrorsInRecovery() } }
}
