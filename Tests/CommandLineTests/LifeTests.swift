import StatusTestSupport
import Testing

/// A task's whole life, with the built program, on a generated tree: after each step `check` finds nothing, and all
/// files say the same.
@Suite(.timeLimit(.minutes(3)))
struct LifeTests {
  /// A life that is under way.
  private struct Life {
    let tree: WorkTree
    let task: Int
    let directory: String
    var hour = 0

    /// Takes a step, and looks at the tree: the status in all files, and the plan's Status where there is one.
    mutating func step(
      _ command: String, _ status: String, plan: String? = nil, location: SourceLocation = #_sourceLocation
    ) async throws {
      hour += 1
      let outcome = try await tree.run("\(command) --format json", hour: hour, location: location)
      #expect(outcome.exitCode == 0, "\(command): \(outcome.testDescription)", sourceLocation: location)
      #expect(try outcome.returnObject(location)["status"] == "completed", sourceLocation: location)
      try await expect(status, plan: plan, location: location)
    }

    func expect(_ status: String, plan: String?, location: SourceLocation = #_sourceLocation) async throws {
      let check = try await tree.run("check", hour: hour, location: location)
      #expect(
        check.exitCode == 0 && check.output.contains("\nno findings"), "\(check.testDescription)",
        sourceLocation: location)
      let shown = try await tree.run("show \(task) --format json", hour: hour, location: location).json(
        location)
      let marker = status.replacing("_", with: " ").uppercased()
      #expect(shown["taskList"]?["status"] == .string(marker), sourceLocation: location)
      #expect(shown["registry"]?["status"] == .string(status), sourceLocation: location)
      if case .object = shown["projectState"] {
        let isOver = status == "completed"
        #expect(
          shown["projectState"]?["status"] == (isOver ? "completed" : "active"), sourceLocation: location)
      }
      if let plan { #expect(shown["plan"]?["status"] == .string(plan), sourceLocation: location) }
    }

    func write(_ name: String, _ text: String) throws { try tree.write(text, to: "\(directory)/\(name)") }

    func hand(_ object: String) throws { try tree.write(object, to: "return.json") }
  }

  private func begin(_ profile: String) async throws -> Life {
    let tree = try await WorkTree(profile: profile, tasks: 25)
    guard case .array(let tasks) = try await tree.run("show --format json").json()["tasks"] else {
      throw TemporaryDirectory.Failure(call: "show", path: tree.path, errno: 0)
    }
    let fresh = try #require(
      tasks.first { $0["registry"]?["status"] == "not_started" && $0["directories"] == .array([]) })
    guard case .number(let number) = fresh["number"] else { return Life(tree: tree, task: 0, directory: "") }
    let names = try tree.read("specs/state.json")
    let entry = try #require(names.firstRange(of: "\"project_number\": \(Int(number)),"))
    let name = try #require(names[entry.upperBound...].firstMatch(of: /"project_name": "([^"]*)"/)?.output.1)
    let digits = String(Int(number))
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return Life(tree: tree, task: Int(number), directory: "specs/\(padded)_\(name)")
  }

  @Test(arguments: ["opencode", "claude"])
  func wholeLife(profile: String) async throws {
    var life = try await begin(profile)
    let (task, home) = (life.task, life.directory)
    let (notStarted, inProgress) = ("NOT STARTED", profile == "claude" ? "IMPLEMENTING" : "IN PROGRESS")
    try await life.step("begin \(task) research", "researching")
    try life.write("reports/research-001.md", "# Research\n")
    try life.hand(
      #"{"status": "completed", "artifacts": [{"type": "research", "path": "\#(home)/reports/research-001.md"}]}"#
    )
    try await life.step("finish \(task) research --return return.json", "researched")
    try await life.step("begin \(task) plan", "planning")
    try life.write("plans/implementation-001.md", Self.plan(task, "001"))
    try life.hand(
      #"{"status": "completed", "artifacts": [{"type": "plan", "path": "\#(home)/plans/implementation-001.md"}]}"#
    )
    try await life.step("finish \(task) plan --return return.json", "planned", plan: notStarted)
    try await life.step("begin \(task) revise", "revising", plan: notStarted)
    try life.write("plans/implementation-002.md", Self.plan(task, "002"))
    try life.hand(
      #"{"status": "completed", "plan_version": 2, "revision_reason": "simpler", "artifacts": [{"type": "plan", "path": "\#(home)/plans/implementation-002.md"}]}"#
    )
    try await life.step("finish \(task) revise --return return.json", "revised", plan: notStarted)
    try await life.step("begin \(task) implement --session-id s1", "implementing", plan: inProgress)
    // The run is cut off, and begins again.
    let before = try await life.tree.fingerprint()
    try await life.step(
      "begin \(task) implement --session-id s1", "implementing", plan: inProgress)
    #expect(try await life.tree.fingerprint() == before)
    try life.hand(#"{"status": "partial", "phase_statuses": [{"phase_number": 1, "status": "completed"}]}"#)
    try await life.step("finish \(task) implement --return return.json", "partial", plan: "PARTIAL")
    let resume = try await life.tree.run("resume \(task) --format json", hour: life.hour)
    #expect(resume.exitCode == 0)
    #expect(try resume.json()["phase"]?["phase_number"] == "2")
    #expect(try resume.json()["skip"]?[0]?["phase_number"] == "1")
    #expect(try resume.json()["plan"] == .string("\(home)/plans/implementation-002.md"))
    try await life.step("begin \(task) implement", "implementing", plan: inProgress)
    try life.write("summaries/implementation-summary-20260115.md", "# Summary\n")
    try life.hand(
      #"{"status": "completed", "summary": "All of it", "artifacts": [{"type": "summary", "path": "\#(home)/summaries/implementation-summary-20260115.md"}], "phase_statuses": [{"phase_number": 1, "status": "completed"}, {"phase_number": 2, "status": "completed"}]}"#
    )
    try await life.step("finish \(task) implement --return return.json", "completed", plan: "COMPLETED")
    #expect(try await life.tree.run("begin \(task) implement", hour: life.hour).exitCode == 1)
  }

  /// The usual return of an executor: phases completed that nobody had marked.
  @Test(arguments: ["opencode", "claude"])
  func usualReturn(profile: String) async throws {
    var life = try await begin(profile)
    let (task, home) = (life.task, life.directory)
    try await life.step("begin \(task) plan", "planning")
    try life.write("plans/implementation-001.md", Self.plan(task, "001"))
    try life.hand(
      #"{"status": "completed", "artifacts": [{"type": "plan", "path": "\#(home)/plans/implementation-001.md"}]}"#
    )
    try await life.step("finish \(task) plan --return return.json", "planned")
    try await life.step("update \(task) --status implementing", "implementing", plan: "NOT STARTED")
    try life.hand(
      #"{"status": "completed", "phase_statuses": [{"phase_number": 1, "status": "completed", "timestamp": "2026-01-15T01:10:00Z"}, {"phase_number": 2, "status": "completed", "timestamp": "2026-01-15T01:20:00Z"}]}"#
    )
    try await life.step("finish \(task) implement --return return.json", "completed", plan: "COMPLETED")
  }

  private static func plan(_ task: Int, _ version: String) -> String {
    """
    # Implementation Plan: Something

    - **Task**: \(task) - Something
    - **Status**: [NOT STARTED]
    - **Effort**: 4 hours
    - **Priority**: High
    - **Dependencies**: None
    - **Research Inputs**: None
    - **Artifacts**: plans/implementation-\(version).md (this file)
    - **Standards**: None
    - **Language**: general
    - **Type**: general
    - **Lean Intent**: false

    ## Overview

    Text.

    ## Goals & Non-Goals

    Text.

    ## Risks & Mitigations

    Text.

    ## Implementation Phases

    ### Phase 1: One [NOT STARTED]
    - **Goal**: it
    - **Tasks**:
      - [ ] do it
    - **Timing**: 2 hours

    ### Phase 2: Two [NOT STARTED]
    - **Goal**: it
    - **Tasks**:
      - [ ] do it
    - **Timing**: 2 hours

    ## Testing & Validation

    Text.

    ## Artifacts & Outputs

    Text.

    ## Rollback/Contingency

    Text.

    """
  }
}
