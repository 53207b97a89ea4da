import Testing

@testable import StatusModel

struct TransitionTableTests {
  private func path(_ from: Status, _ to: Status, _ profile: Profile = .opencode) -> Bool {
    profile.taskTransitions.hasPath(from: from, to: to, in: profile.vocabulary)
  }

  @Test func stepsAreSingle() {
    let table = Profile.opencode.taskTransitions
    #expect(table.allows(.planned, to: .implementing))
    #expect(!table.allows(.notStarted, to: .completed))
    #expect(table.successors(of: .completed).isEmpty)
  }

  @Test func pathsLeadThroughActiveAndRestingStatuses() {
    #expect(path(.notStarted, .completed))
    #expect(path(.researched, .revised))
    #expect(!path(.completed, .implementing))
  }

  @Test func progressDoesNotFallBackToAnEarlierStage() {
    #expect(path(.inProgress, .researched))
    #expect(path(.researched, .planned))
    for from in [Status.planned, .planning] {
      #expect(path(from, .inProgress) && path(from, .completed))
      #expect(!path(from, .researched) && !path(from, .researching))
    }
    #expect(!path(.planned, .planning))
    // Researched may be researched again, as the standard says.
    #expect(path(.researched, .researching))
  }

  @Test func blocksAndRestartsAreNoWayThrough() {
    // Revising leads to revised and blocked; partial is reached from implementing.
    #expect(path(.revising, .partial))
    // From abandoned only a restart leads on, and a restart leaves its mark.
    #expect(path(.abandoned, .notStarted))
    #expect(!path(.abandoned, .researching))
  }

  @Test func claudeForbidsOnlyEndsAndRestarts() {
    let profile = Profile.claude
    for from in profile.vocabulary.entries {
      for to in profile.vocabulary.entries where from.status != to.status {
        let expected = from.kind != .terminal && to.status != .notStarted
        #expect(profile.taskTransitions.allows(from.status, to: to.status) == expected)
      }
    }
  }
}
