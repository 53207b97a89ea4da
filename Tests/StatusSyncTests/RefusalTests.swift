import StatusModel
import StatusSync
import Testing

/// What cannot be done is refused, with words that callers match on.
@Suite struct RefusalTests {
  private let planned = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")

  private func step(_ number: String, _ status: String, at time: String? = nil) -> UpdateRequest {
    .of(12) { $0.phases = [PhaseStep(number: number, status: status, timestamp: time)] }
  }

  @Test("phases that are not there, and numbers that are none")
  func phaseNumbers() {
    #expect(
      planned.errors(step("7", "in_progress")).map(\.message) == [
        "Phase 7 not found in plan file \(Fixture.planPath)"
      ])
    for number in ["0", "-1", "x", "1.5", "", "1 2"] {
      #expect(
        planned.errors(step(number, "in_progress")).map(\.message)
          == ["Invalid phase number: \(number) (must be positive integer)"])
    }
  }

  @Test("illegal steps of phases")
  func phaseSteps() {
    #expect(
      planned.errors(step("1", "completed")).map(\.message)
        == ["Invalid status transition for phase 1: not_started -> completed"])
    #expect(planned.errors(step("1", "planned")).map(\.code) == ["UNKNOWN_STATUS"])
    #expect(planned.errors(step("1", "blocked")).map(\.code) == ["MISSING_REASON"])
  }

  @Test("plans that cannot be marked")
  func plans() {
    var tree = planned
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

  @Test("a reason has to be there, and has to say something")
  func reasons() {
    for status in ["blocked", "abandoned"] {
      func request(_ reason: String?) -> UpdateRequest {
        .of(12) {
          $0.status = status
          $0.reason = reason
        }
      }
      #expect(planned.errors(request(nil)).map(\.code) == ["MISSING_REASON"])
      for empty in ["", " ", "none", "TBD", "-"] {
        #expect(planned.errors(request(empty)).map(\.code) == ["MISSING_REASON"])
      }
      #expect(planned.errors(request("task 7")).isEmpty)
    }
  }

  @Test(
    "timestamps have to be ones",
    arguments: [
      "yesterday", "2026-13-01", "2026-01-05 10:15", "01/05/2026", "", "2026-01-05T25:00:00Z",
      "2026-01-05, I think",
    ])
  func malformedTimestamps(text: String) {
    let task = UpdateRequest.of(12) {
      $0.status = "completed"
      $0.timestamp = text
    }
    #expect(
      Fixture.fresh.with(status: "IN PROGRESS", value: "in_progress", plan: nil).errors(task).map(\.message)
        == ["Malformed timestamp: \"\(text)\""])
    #expect(planned.errors(step("1", "in_progress", at: text)).map(\.code) == ["MALFORMED_TIMESTAMP"])
  }

  @Test("a phase and a full timestamp go together")
  func dates() {
    #expect(planned.errors(step("1", "in_progress", at: "2026-01-05")).map(\.code) == ["MALFORMED_TIMESTAMP"])
    var request = step("1", "in_progress")
    request.timestamp = "2026-01-05"
    #expect(planned.errors(request).map(\.code) == ["MALFORMED_TIMESTAMP"])
    var claude = Fixture.fresh
    claude.profile = .claude
    let task = UpdateRequest.of(12) {
      $0.status = "completed"
      $0.timestamp = "2026-01-05"
    }
    #expect(claude.errors(task).map(\.code) == ["MALFORMED_TIMESTAMP"])
  }

  @Test("nothing happens before its beginning, out of order, or tomorrow")
  func order() {
    var tree = Fixture.fresh.with(status: "IN PROGRESS", value: "in_progress", plan: nil)
    tree.replace("specs/state.json", #""note""#, "\"started\": \"2026-01-06\",\n      \"note\"")
    func completed(_ time: String) -> UpdateRequest {
      .of(12) {
        $0.status = "completed"
        $0.timestamp = time
      }
    }
    #expect(tree.errors(completed("2026-01-05")).map(\.code) == ["TIMESTAMP_ORDER"])
    #expect(tree.errors(completed("2026-01-06")).isEmpty)
    #expect(tree.errors(completed("2026-01-12")).map(\.code) == ["FUTURE_TIMESTAMP"])
    let steps = UpdateRequest.of(12) {
      $0.phases = [
        PhaseStep(number: "1", status: "in_progress", timestamp: "2026-01-06T10:00:00Z"),
        PhaseStep(number: "1", status: "completed", timestamp: "2026-01-06T09:00:00Z"),
      ]
    }
    #expect(planned.errors(steps).map(\.code) == ["TIMESTAMP_ORDER", "TIMESTAMP_ORDER"])
  }

  @Test("artifacts have to be there, with something in them, in the repository")
  func artifacts() {
    var tree = planned
    tree.others = ["src/empty.swift": 0]
    let request = UpdateRequest.of(12) {
      $0.artifacts = ["src/none.swift", "src/empty.swift", "../other/x.md"].map {
        ArtifactClaim(type: "implementation", path: $0)
      }
    }
    #expect(
      tree.errors(request).map(\.message) == [
        "Artifact not found: src/none.swift", "Artifact is empty: src/empty.swift",
        "Artifact is outside the repository: ../other/x.md",
      ])
    #expect(tree.errors(request).allSatisfy { $0.kind == .artifact })
    #expect(
      tree.errors(.of(12) { $0.plan = "specs/none.md" }).map(\.message) == [
        "Plan file not found: specs/none.md"
      ])
    tree.others["docs/plan.md"] = 9
    #expect(tree.errors(.of(12) { $0.plan = "docs/plan.md" }).map(\.code) == ["FOREIGN_PLAN"])
  }

  @Test("tasks that are in one file, in none, twice, or in two minds")
  func tasks() {
    let request = UpdateRequest.of(12) { $0.status = "researching" }
    var tree = Fixture.fresh
    tree.replace("specs/TODO.md", "### 12.", "### 13.")
    #expect(
      tree.errors(request).map(\.message) == ["task 12 is in specs/state.json, but not in specs/TODO.md"])
    #expect(tree.errors(request).map(\.kind) == [.sync])
    tree = .fresh
    tree.replace("specs/state.json", #""project_number": 12"#, #""project_number": 13"#)
    #expect(
      tree.errors(request).map(\.message) == ["task 12 is in specs/TODO.md, but not in specs/state.json"])
    tree = .fresh
    tree.replace("specs/state.json", #""status": "not_started""#, #""status": "planned""#)
    #expect(
      tree.errors(request).map(\.message) == [
        #"task 12 is [NOT STARTED] in specs/TODO.md, but "planned" in specs/state.json"#
      ])
    tree = .fresh
    tree.replace("specs/TODO.md", "- **Priority**", "- **Status**: [NOT STARTED]\n- **Priority**")
    #expect(tree.errors(request).map(\.code) == ["SEVERAL_STATUSES"])
    tree = .fresh
    tree.replace("specs/TODO.md", "[NOT STARTED]", "[SOON]")
    #expect(tree.errors(request).map(\.code) == ["UNKNOWN_STATUS"])
    #expect(Fixture.fresh.errors(.of(77) { $0.status = "researching" }).map(\.code) == ["TASK_NOT_FOUND"])
  }

  @Test("files that are damaged")
  func damage() {
    let request = UpdateRequest.of(12) { $0.status = "researching" }
    var tree = Fixture.fresh
    tree.replace("specs/state.json", #""completed_projects": []"#, #""completed_projects": [],"#)
    #expect(tree.errors(request).map(\.kind) == [.sync])
    #expect(
      tree.errors(request).first?.message.description.hasPrefix("specs/state.json is not JSON: line ")
        == true,
      "\(tree.errors(request))")
    tree = .fresh
    tree.replace(
      "specs/state.json", #""priority": "high","#, "\"priority\": \"high\",\n      \"priority\": \"low\",")
    #expect(tree.errors(request).map(\.code) == ["UNUSABLE_FILE"])
    tree = .fresh
    tree.files["specs/TODO.md"] = nil
    #expect(tree.errors(request).map(\.message) == ["specs/TODO.md does not exist"])
    tree = .fresh
    tree.files["specs/012_sort_the_cellar/state.json"] = "{"
    #expect(tree.errors(request).map(\.code) == ["UNREADABLE_FILE"])
    tree.files["specs/012_sort_the_cellar/state.json"] = #"{"project_number": 13}"#
    #expect(tree.errors(request).map(\.code) == ["FOREIGN_PROJECT_STATE"])
  }

  @Test("requests that cannot be meant, and everything at once")
  func requests() {
    #expect(planned.errors(.of(12) { _ in }).map(\.code) == ["NOTHING_ASKED"])
    #expect(planned.errors(.of(12) { $0.status = "done" }).map(\.code) == ["UNKNOWN_STATUS"])
    #expect(
      planned.errors(
        .of(12) {
          $0.status = "partial"
          $0.delegationDepth = 4
        }
      ).map(\.code) == ["DELEGATION_DEPTH"])
    var several = UpdateRequest(TaskSelection("12-13")!)
    several.phases = [PhaseStep(number: "1", status: "in_progress")]
    #expect(planned.errors(several).map(\.code) == ["SEVERAL_TASKS"])
    let all = UpdateRequest.of(12) {
      $0.status = "planned"
      $0.timestamp = "soon"
      $0.artifacts = [ArtifactClaim(type: "x", path: "none")]
      $0.phases = [PhaseStep(number: "9", status: "completed"), PhaseStep(number: "1", status: "blocked")]
      $0.delegationDepth = 9
    }
    #expect(
      planned.errors(all).map(\.code) == [
        "DELEGATION_DEPTH", "MALFORMED_TIMESTAMP", "ILLEGAL_TRANSITION", "ARTIFACT_NOT_FOUND",
        "PHASE_NOT_FOUND",
        "MISSING_REASON",
      ])
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

  @Test("what is taken back moves into the project state")
  func reopening() throws {
    var tree = Fixture.fresh.with(status: "ABANDONED", value: "abandoned")
    tree.replace(
      "specs/TODO.md", "- **Priority**",
      "- **Started**: 2026-01-05\n- **Abandoned**: 2026-01-06\n- **Abandonment Reason**: wet\n  and cold\n- **Priority**"
    )
    tree.replace(
      "specs/state.json", #""note""#,
      #""started": "2026-01-05", "abandoned": "2026-01-06", "abandonment_reason": "wet and cold", "note""#)
    for status in ["not_started", "implementing"] {
      var copy = tree
      try copy.make(
        .of(12) {
          $0.status = status
          $0.overrideReason = "dry again"
        })
      #expect(copy.files["specs/TODO.md"]?.contains("Abandon") == false)
      #expect(copy.files["specs/TODO.md"]?.contains("and cold") == false)
      #expect(copy.files["specs/state.json"]?.contains("abandon") == false)
      let state = try #require(copy.files["specs/012_sort_the_cellar/state.json"])
      #expect(state.contains("restarts") && state.contains(#""abandoned": "2026-01-06""#))
      #expect(state.contains(#""abandonment_reason": "wet and cold""#))
    }
  }
}
