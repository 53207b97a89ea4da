import StatusModel
import StatusSync
import Testing

/// Workflows: how they begin, go on and end.
@Suite struct WorkflowTests {
  @Test("who has failed may say which version the plan was to be")
  func failedRevision() throws {
    var tree = Fixture.fresh
    tree.set(status: "REVISING", value: "revising")
    let object =
      #"{"status": "failed", "revision_reason": "all is new", "plan_version": 2, "errors": [{"message": "no paper at all", "recoverable": false}]}"#
    #expect(throws: Never.self) { try tree.finish(12, .revise, object) }
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
    (#""failed""#, "implementing", nil),
    (#""failed", "errors": [{"message": "no net", "recoverable": true}]"#, "implementing", nil),
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
    } else if object == #""failed""# || object.contains("no net") {
      // Nothing came of it, and nothing is written.
      let error = #expect(throws: SyncErrors.self) { try tree.finish(12, .implement, text) }
      #expect(error?.errors.map(\.code) == ["NOTHING_ASKED"])
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
}
