import StatusModel
import StatusSync
import Testing

/// Workflows: how they begin, go on and end.
@Suite struct WorkflowTests {
  @Test("who has failed may say which version the plan was to be")
  func failureWithAVersion() throws {
    var tree = Fixture.fresh
    tree.set(status: "REVISING", value: "revising")
    let object =
      #"{"status": "failed", "revision_reason": "all is new", "plan_version": 2, "errors": [{"message": "no paper at all", "recoverable": false}]}"#
    try tree.finish(12, .revise, object)
    #expect(status(tree) == "blocked")
    #expect(tree.files["specs/state.json"]?.contains("plan_version") == false)
  }

  private func status(_ tree: Fixture) -> String? { tree.workspace.task(12)?.state?.status?.text }

  @Test("an implementation begins with the first phase that has not ended, and goes on there")
  func resuming() throws {
    var tree = Fixture.fresh.with(status: "PLANNED", value: "planned")
    let beginning = try tree.begin(12, .implement)
    #expect(!beginning.isResumed && beginning.phase?.number == "1" && beginning.session == "sess_1")
    let before = tree.files
    let again = try tree.begin(12, .implement)
    #expect(again.isResumed && again.request == nil && again.session == "sess_1")
    #expect(tree.files == before)
    try tree.make(.of(12) { $0.phases = [PhaseStep(number: "1", status: "completed")] })
    let third = try tree.begin(12, .implement)
    #expect(third.isResumed && third.phase?.number == "2")
    #expect(tree.files[Fixture.planPath]?.contains("### Phase 2: Paint the wall [IN PROGRESS]\n") == true)
  }

  @Test("a task that is over begins nothing", arguments: Workflow.allCases)
  func over(_ workflow: Workflow) {
    for (marker, value) in [("COMPLETED", "completed"), ("ABANDONED", "abandoned")] {
      var tree = Fixture.fresh.with(status: marker, value: value, plan: nil)
      let error = #expect(throws: SyncErrors.self) { try tree.begin(12, workflow) }
      #expect(error?.errors.map(\.code) == ["ILLEGAL_TRANSITION"])
    }
  }

  @Test("a task without a Language is general, and somebody hears of it")
  func language() throws {
    var tree = Fixture.fresh
    #expect(try tree.begin(12, .research).language == "general")
    tree = .fresh
    tree.replace("specs/TODO.md", "- **Language**: general\n", "")
    let beginning = try tree.begin(12, .research)
    #expect(beginning.language == "general" && beginning.warnings.count == 1)
  }

  static let outcomes: [(String, String, String?)] = [
    (
      #""completed", "phase_statuses": [{"phase_number": 1, "status": "completed"}, {"phase_number": 2, "status": "completed"}]"#,
      "completed", nil
    ),
    (#""completed", "phase_statuses": [{"phase_number": 1, "status": "completed"}]"#, "partial", nil),
    (#""partial", "phase_statuses": [{"phase_number": 1, "status": "completed"}]"#, "partial", nil),
    // Nothing came of it, and nothing is written.
    (#""failed""#, "implementing", "NOTHING_ASKED"),
    (
      #""failed", "errors": [{"message": "no net", "recoverable": true}]"#, "implementing", "NOTHING_ASKED"
    ),
    (#""failed", "errors": [{"message": "the library is gone", "recoverable": false}]"#, "blocked", nil),
    (#""blocked", "reason": "the key is lost""#, "blocked", nil),
    (#""blocked""#, "implementing", "MISSING_REASON"),
    (#""completed""#, "implementing", "PHASE_STATUSES"),
    (#""completed", "phase_statuses": []"#, "implementing", "PHASE_STATUSES"),
    (#""partial""#, "implementing", "PHASE_STATUSES"),
    (
      #""completed", "phase_statuses": [{"phase_number": 9, "status": "completed"}]"#, "implementing",
      "PHASE_NOT_FOUND"
    ),
  ]

  @Test("how an implementation ends", arguments: outcomes)
  func endings(object: String, wanted: String, code: String?) throws {
    var tree = Fixture.fresh.with(status: "PLANNED", value: "planned")
    try tree.begin(12, .implement)
    let text = #"{"status": \#(object)}"#
    if let code {
      let error = #expect(throws: SyncErrors.self) { try tree.finish(12, .implement, text) }
      #expect(error?.errors.map(\.code) == [code])
    } else {
      try tree.finish(12, .implement, text)
    }
    #expect(status(tree) == wanted)
  }

  @Test("planning has to come with a plan")
  func plans() throws {
    var tree = Fixture.fresh.with(status: "RESEARCHED", value: "researched", plan: nil)
    try tree.begin(12, .plan)
    let error = #expect(throws: SyncErrors.self) { try tree.finish(12, .plan, #"{"status": "completed"}"#) }
    #expect(error?.errors.map(\.code) == ["MALFORMED_RETURN"])
    tree.files[Fixture.planPath] = "# no phases\n"
    let malformed = #expect(throws: SyncErrors.self) {
      try tree.finish(
        12, .plan,
        #"{"status": "completed", "artifacts": [{"type": "plan", "path": "\#(Fixture.planPath)"}]}"#)
    }
    #expect(
      malformed?.errors.map(\.message) == [
        "Malformed plan file: \(Fixture.planPath) (missing phase headings)"
      ])
  }

  @Test("a session that did not begin a workflow does not end it")
  func sessions() throws {
    var tree = Fixture.fresh
    try tree.begin(12, .research)
    let object = try ExecutorReturn.read(.init(.init(#"{"status": "completed"}"#))).get()
    let planner = WorkflowPlanner(.research, tree.workspace)
    let other = try planner.finish(12, object, session: "sess_2").get()
    #expect(tree.errors(other).map(\.code) == ["SESSION_MISMATCH"])
    let own = try planner.finish(12, object, session: "sess_1").get()
    #expect(tree.errors(own).isEmpty)
  }

  @Test("a return object of another session is refused, whoever hands it in")
  func foreignReturn() throws {
    var tree = Fixture.fresh
    try tree.begin(12, .research)
    let object = try ExecutorReturn.read(
      .init(.init(#"{"status": "completed", "metadata": {"session_id": "sess_2"}}"#))
    ).get()
    let planner = WorkflowPlanner(.research, tree.workspace)
    for session in [nil, "sess_1"] {
      let request = try planner.finish(12, object, session: session).get()
      #expect(tree.errors(request).map(\.code) == ["SESSION_MISMATCH"])
    }
  }

  @Test("a task that a session works on is not begun by another one, unless it takes over")
  func claims() throws {
    var tree = Fixture.fresh
    try tree.begin(12, .research)
    let planner = WorkflowPlanner(.research, tree.workspace)
    for session in [nil, "sess_2"] {
      let beginning = try planner.begin(12, session: session) { "sess_3" }.get()
      let errors = tree.errors(try #require(beginning.request))
      #expect(errors.map(\.code) == ["SESSION_CONFLICT"])
      #expect(
        errors.first?.message
          == "task 12 is researching: session sess_1 is working on it, since 2026-01-10T12:00:00Z")
    }
    #expect(try planner.begin(12, session: "sess_1") { "" }.get().request == nil)

    let takeover = try planner.begin(12, session: "sess_2", takesOver: true) { "" }.get()
    #expect(takeover.isResumed)
    let update = try tree.make(try #require(takeover.request))
    #expect(
      update.warnings.contains {
        $0.description.contains("session sess_2 takes over task 12 from session sess_1")
      })
    #expect(tree.files["specs/state.json"]?.contains(#""session_id": "sess_2""#) == true)
    let state = tree.files["specs/012_sort_the_cellar/state.json"]
    #expect(state?.contains(#""replaced": "sess_1""#) == true)
    let object = try ExecutorReturn.read(.init(.init(#"{"status": "completed"}"#))).get()
    let late = try WorkflowPlanner(.research, tree.workspace).finish(12, object, session: "sess_1").get()
    #expect(
      tree.errors(late).map(\.message) == [
        "session sess_2 replaced session sess_1 at 2026-01-10T12:00:00Z: the task belongs to session sess_2"
      ])
  }

  @Test("another workflow does not take a task from the session that works on it", arguments: [true, false])
  func otherWorkflow(isClaude: Bool) throws {
    var tree = Fixture.fresh
    tree.profile = isClaude ? .claude : .opencode
    try tree.begin(12, .research)
    let planner = WorkflowPlanner(.plan, tree.workspace)
    let beginning = try planner.begin(12, session: "sess_2") { "" }.get()
    let errors = tree.errors(try #require(beginning.request))
    #expect(errors.map(\.code) == [isClaude ? "SESSION_CONFLICT" : "ILLEGAL_TRANSITION"])
  }

  @Test("a workflow ends only where it is under way, however it ended", arguments: Workflow.allCases)
  func notUnderWay(workflow: Workflow) throws {
    for outcome in [
      #""completed""#, #""partial""#, #""failed""#, #""blocked", "reason": "no net""#,
      #""failed", "errors": [{"message": "gone", "recoverable": false}]"#,
    ] {
      for (marker, value) in [
        ("NOT STARTED", "not_started"), ("PLANNED", "planned"), ("IN PROGRESS", "in_progress"),
        ("COMPLETED", "completed"),
      ] {
        for profile in [Profile.opencode, .claude] {
          var tree = Fixture.fresh.with(status: marker, value: value)
          tree.profile = profile
          let object = try ExecutorReturn.read(.init(.init(#"{"status": \#(outcome)}"#))).get()
          let request = try WorkflowPlanner(workflow, tree.workspace).finish(12, object, session: nil).get()
          #expect(tree.errors(request).contains { $0.code == "NOT_UNDER_WAY" })
        }
      }
    }
  }

  @Test(
    "a revision that is not completed is not the plan in force",
    arguments: [("failed", []), ("blocked", []), ("partial", ["NOTHING_ASKED"])])
  func unfinishedRevision(outcome: String, codes: [String]) throws {
    let other = Fixture.planPath.replacing("001", with: "002")
    var tree = Fixture.fresh.with(status: "PLANNED", value: "planned")
    tree.files[other] = Fixture.planText
    try tree.begin(12, .revise)
    let text =
      #"{"status": "\#(outcome)", "reason": "no ink", "errors": [{"message": "no ink", "recoverable": false}], "#
      + #""artifacts": [{"type": "plan", "path": "\#(other)"}], "plan_metadata": {"phase_count": 9}}"#
    let object = try ExecutorReturn.read(.init(.init(text))).get()
    let request = try WorkflowPlanner(.revise, tree.workspace).finish(12, object, session: nil).get()
    #expect(tree.errors(request).map(\.code) == codes)
    if codes.isEmpty { try tree.make(request) }
    #expect(tree.files.values.allSatisfy { !$0.contains("implementation-002") })
    #expect(tree.files["specs/state.json"]?.contains("phase_count") == false)
  }

  @Test("where an implementation goes on, and why it cannot")
  func resume() {
    var tree = Fixture.fresh.with(status: "PARTIAL", value: "partial")
    tree.replace(Fixture.planPath, "Empty the shelves [NOT STARTED]", "Empty the shelves [COMPLETED]")
    let answer = ResumePlanner(tree.workspace).answer(12)
    #expect(answer.errors.isEmpty && answer.plan == Fixture.planPath)
    let phase = answer.point?.phase
    #expect(phase?.number == "2" && phase?.title == "Paint the wall" && phase?.status == "not_started")
    #expect(answer.point?.skipped.map(\.number) == ["1"])
    tree.replace(Fixture.planPath, "[NOT STARTED]", "[COMPLETED]")
    #expect(ResumePlanner(tree.workspace).answer(12).errors.map(\.code) == ["NOTHING_TO_RESUME"])
    #expect(ResumePlanner(Fixture.fresh.workspace).answer(12).errors.map(\.code) == ["NO_PLAN"])
    #expect(ResumePlanner(Fixture.fresh.workspace).answer(1).errors.map(\.code) == ["TASK_NOT_FOUND"])
    let over = Fixture.fresh.with(status: "COMPLETED", value: "completed")
    #expect(ResumePlanner(over.workspace).answer(12).errors.map(\.code) == ["ILLEGAL_TRANSITION"])
  }

  @Test("no work begins where every phase is abandoned, and only legal steps are advised")
  func everyPhaseAbandoned() throws {
    let text = Fixture.planText.replacing("[NOT STARTED]", with: "[ABANDONED]")
    for profile in [Profile.opencode, .claude] {
      for entry in profile.vocabulary.entries
      where Workflow.implement.mayContinue(from: entry.status, profile) {
        var tree = Fixture.fresh.with(status: entry.marker, value: entry.value, plan: text)
        tree.profile = profile
        let beginning = try WorkflowPlanner(.implement, tree.workspace).begin(12, session: nil) { "sess_1" }
          .get()
        let refusals = tree.errors(try #require(beginning.request))
        #expect(refusals.map(\.code) == ["NOTHING_TO_RESUME"])
        #expect(ResumePlanner(tree.workspace).answer(12).errors == refusals)
        let advice = refusals.first?.recommendation.description ?? ""
        for (step, next) in [
          ("begin 12 revise", Status.revising), ("begin 12 plan", .planning),
          ("--status abandoned", .abandoned),
        ] {
          let isLegal = profile.taskTransitions.allows(entry.status, to: next)
          #expect(advice.contains(step) == isLegal, "\(entry.marker)")
        }
        #expect(advice.contains("statuslint"))
      }
    }
  }
}
