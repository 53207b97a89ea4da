import StatusModel
import StatusSync
import Testing

/// Every step of a task, in both profiles.
@Suite struct TransitionTests {
  /// A profile, and two of its statuses.
  struct Step: Sendable, CustomTestStringConvertible {
    let profile: Profile
    let old: StatusVocabulary.Entry
    let new: StatusVocabulary.Entry

    var testDescription: String { "\(profile.name): \(old.value) -> \(new.value)" }
    var isLegal: Bool { profile.taskTransitions.allows(old.status, to: new.status) }
  }

  static let steps = Profile.all.flatMap { profile in
    profile.vocabulary.entries.flatMap { old in
      profile.vocabulary.entries.map { Step(profile: profile, old: old, new: $0) }
    }
  }

  private func tree(_ step: Step) -> Fixture {
    var tree = Fixture.fresh
    tree.profile = step.profile
    tree.set(status: step.old.marker, value: step.old.value)
    return tree
  }

  private func request(_ step: Step) -> UpdateRequest {
    .of(12) {
      $0.status = step.new.value
      $0.reason = "the key is lost"
    }
  }

  @Test("a legal step is taken in both files, any other is refused", arguments: steps)
  func step(_ step: Step) throws {
    var tree = tree(step)
    let before = tree.files
    if step.isLegal {
      try tree.make(request(step))
      #expect(tree.files["specs/TODO.md"]?.contains("- **Status**: [\(step.new.marker)]\n") == true)
      #expect(tree.files["specs/state.json"]?.contains(#""status": "\#(step.new.value)","#) == true)
      let task = try #require(tree.workspace.task(12))
      #expect(task.entry?.marker?.status == step.new.status)
      #expect(task.state?.certainStatus == step.new.status)
      for claims in [task.entry?.timestamps ?? [], task.state?.timestamps ?? []] {
        for event in step.profile.neededEvents(for: step.new.status).prefix(1) {
          #expect(claims.contains { $0.event == event })
        }
      }
    } else {
      let error = #expect(throws: SyncErrors.self) { try tree.make(request(step)) }
      #expect(
        error?.errors.map(\.message) == ["Invalid status transition: \(step.old.value) -> \(step.new.value)"])
      #expect(error?.errors.map(\.kind) == [.validation])
      #expect(tree.files == before)
    }
  }

  @Test(
    "an illegal step may be taken on the caller's word, and the word is kept",
    arguments: steps.filter { !$0.isLegal && $0.old.status != $0.new.status })
  func override(_ step: Step) throws {
    var tree = tree(step)
    var request = request(step)
    request.overrideReason = "the list was wrong"
    let update = try tree.make(request)
    #expect(update.moves.map(\.new) == [step.new.value])
    #expect(update.warnings.contains { $0.description.contains("--allow-transition") })
    let state = try #require(tree.files["specs/012_sort_the_cellar/state.json"])
    #expect(state.contains(#""transition_overrides""#) && state.contains("the list was wrong"))
  }

  @Test("a workflow that nobody has begun has no end")
  func onlyWhatWasBegunIsFinished() throws {
    var tree = Fixture.fresh
    let refusal = #expect(throws: SyncErrors.self) {
      try tree.finish(12, .research, #"{"status": "completed"}"#)
    }
    #expect(
      refusal?.errors.contains { $0.message == "Invalid status transition: not_started -> researched" }
        == true)
    var other = Fixture.fresh
    other.set(status: "BLOCKED", value: "blocked")
    let error = #expect(throws: SyncErrors.self) {
      try other.finish(12, .revise, #"{"status": "completed", "artifacts": [{"type": "plan", "path": "p"}]}"#)
    }
    #expect(error?.errors.contains { $0.message == "Invalid status transition: blocked -> revised" } == true)
  }
}
