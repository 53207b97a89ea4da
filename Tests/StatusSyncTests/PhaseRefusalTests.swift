import StatusModel
import StatusSync
import Testing

/// Phases and plans that cannot be marked, with words that callers match on.
@Suite struct PhaseRefusalTests {
  private let implementing = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")

  private func step(_ number: String, _ status: String, at time: String? = nil) -> UpdateRequest {
    .of(12) { $0.phases = [PhaseStep(number: number, status: status, timestamp: time)] }
  }

  @Test("phases that are not there, and numbers that are none")
  func phaseNumbers() {
    #expect(
      implementing.errors(step("7", "in_progress")).map(\.message) == [
        "Phase 7 not found in plan file \(Fixture.planPath)"
      ])
    for number in ["0", "-1", "x", "1.5", "", "1 2"] {
      #expect(
        implementing.errors(step(number, "in_progress")).map(\.message)
          == ["Invalid phase number: \(number) (must be positive integer)"])
    }
  }

  @Test("illegal steps of phases")
  func phaseSteps() {
    #expect(
      implementing.errors(step("1", "completed")).map(\.message)
        == ["Invalid status transition for phase 1: not_started -> completed"])
    #expect(implementing.errors(step("1", "planned")).map(\.code) == ["UNKNOWN_STATUS"])
    #expect(implementing.errors(step("1", "blocked")).map(\.code) == ["MISSING_REASON"])
  }

  @Test("plans that cannot be marked")
  func plans() {
    var tree = implementing
    tree.files[Fixture.planPath] = "# Implementation Plan\n\nwords\n"
    #expect(
      tree.errors(step("1", "in_progress")).map(\.message)
        == ["Malformed plan file: \(Fixture.planPath) (missing phase headings)"])
    tree.files[Fixture.planPath] = nil
    #expect(
      tree.errors(step("1", "in_progress")).map(\.message) == ["Plan file not found: \(Fixture.planPath)"])
    #expect(Fixture.fresh.errors(step("1", "in_progress")).map(\.code) == ["NO_PLAN"])
    for (first, second) in [("2", "1"), ("1", "3"), ("1", "1"), ("2", "3")] {
      tree.files[Fixture.planPath] = Fixture.planText.replacing("Phase 2", with: "Phase \(second)")
        .replacing("Phase 1", with: "Phase \(first)")
      #expect(tree.errors(step(first, "in_progress")).map(\.code) == ["PHASE_ORDER"], "\(first), \(second)")
    }
    tree.files[Fixture.planPath] = Fixture.planText.replacing(
      "[NOT STARTED]\n- **Goal**: white", with: "[SOON]\n- **Goal**: white")
    #expect(tree.errors(step("2", "in_progress")).map(\.code) == ["UNKNOWN_STATUS"])
    tree.files[Fixture.planPath] = Fixture.planText + "\n<<<<<<< a\n=======\n>>>>>>> b\n"
    #expect(tree.errors(step("1", "in_progress")).map(\.kind) == [.sync])
  }

  @Test(
    "a plan that no file links may be what a failed workflow has left",
    arguments: [
      ("PLANNING", "planning"), ("REVISING", "revising"), ("BLOCKED", "blocked"),
    ])
  func unlinkedPlans(marker: String, value: String) {
    var tree = Fixture.fresh.with(status: marker, value: value, plan: nil)
    tree.files[Fixture.planPath] = Fixture.planText
    var request = step("1", "in_progress")
    request.overrideReason = "by hand"
    #expect(tree.errors(request).map(\.code) == ["PLAN_NOT_LINKED"])
    #expect(ResumePlanner(tree.workspace).answer(12).errors.map(\.code) == ["PLAN_NOT_LINKED"])
    // Linked, begun, or of a task that is past planning, it is the plan.
    #expect(Fixture.fresh.with(status: marker, value: value).errors(request) == [])
    var begun = tree
    begun.replace(Fixture.planPath, "wall [NOT STARTED]", "wall [IN PROGRESS]")
    begun.replace(Fixture.planPath, "shelves [NOT STARTED]", "shelves [COMPLETED]")
    #expect(
      begun.errors(
        .of(12) {
          $0.phases = [PhaseStep(number: "2", status: "completed")]
          $0.overrideReason = "by hand"
        }) == [])
    var later = Fixture.fresh.with(status: "PLANNED", value: "planned", plan: nil)
    later.files[Fixture.planPath] = Fixture.planText
    #expect(later.errors(request) == [])
  }

  @Test("a task that is partial is not advised to become partial")
  func adviceOnOpenPhases() {
    var tree = Fixture.fresh.with(status: "PARTIAL", value: "partial")
    tree.profile = .claude
    let request = UpdateRequest.of(12) { $0.status = "completed" }
    let advice = tree.errors(request).map(\.recommendation.description)
    #expect(
      advice == ["complete the phases with --phase; --allow-transition REASON completes the task anyway"])
    tree = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")
    #expect(tree.errors(request).first?.recommendation.description.contains("--status partial") == true)
  }

  @Test(
    "a task is not completed over an open phase, unless somebody says why",
    arguments: [Profile.opencode, .claude])
  func completion(profile: Profile) throws {
    var tree = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")
    tree.profile = profile
    var request = UpdateRequest.of(12) { $0.status = "completed" }
    #expect(tree.errors(request).map(\.code) == ["OPEN_PHASES"])
    request.overrideReason = "the rest is not needed"
    let update = try tree.plan(request).get()
    #expect(!update.warnings.isEmpty)
    #expect(
      update.files.contains { String(decoding: $0.new, as: UTF8.self).contains("transition_overrides") })
    request.overrideReason = nil
    tree.replace(Fixture.planPath, "shelves [NOT STARTED]", "shelves [COMPLETED]")
    tree.replace(Fixture.planPath, "wall [NOT STARTED]", "wall [ABANDONED]")
    #expect(tree.errors(request).isEmpty)
    tree.replace(Fixture.planPath, "shelves [COMPLETED]", "shelves [ABANDONED]")
    #expect(tree.errors(request).map(\.code) == ["OPEN_PHASES"])
    tree.replace(Fixture.planPath, "### Phase 1", "### Phase #1")
    #expect(
      tree.errors(request).map(\.message) == [
        "Malformed plan file: \(Fixture.planPath) (\"Phase #1: Empty the shelves [ABANDONED]\" cannot be read as a phase heading)"
      ])
  }

  @Test("phases are marked while somebody works on them", arguments: [Profile.opencode, .claude])
  func phasesNotInProgress(profile: Profile) throws {
    for (marker, value) in [
      ("PLANNED", "planned"), ("PARTIAL", "partial"), ("RESEARCHING", "researching"),
      ("COMPLETED", "completed"),
    ] {
      var tree = Fixture.fresh.with(status: marker, value: value)
      tree.profile = profile
      var request = UpdateRequest.of(12) { $0.phases = [PhaseStep(number: "1", status: "in_progress")] }
      #expect(tree.errors(request).map(\.code) == ["NOT_UNDER_WAY"])
      request.overrideReason = "by hand"
      #expect(try !tree.plan(request).get().warnings.isEmpty)
    }
    for (marker, value) in [("IMPLEMENTING", "implementing"), ("IN PROGRESS", "in_progress")] {
      var tree = Fixture.fresh.with(status: marker, value: value)
      tree.profile = profile
      #expect(
        tree.errors(.of(12) { $0.phases = [PhaseStep(number: "1", status: "in_progress")] }).isEmpty)
    }
    var planned = Fixture.fresh.with(status: "PLANNED", value: "planned")
    planned.profile = profile
    #expect(
      planned.errors(
        .of(12) {
          $0.status = "implementing"
          $0.phases = [PhaseStep(number: "1", status: "in_progress")]
        }
      ).isEmpty)
  }
}
