import StatusModel
import StatusText
import Testing

/// Which dates files hold, and which fields only look like dates.
struct TimestampClaimTests {
  private func plan(_ phase: String) throws -> Plan {
    let text =
      "# Plan\n\n- **Status**: [IN PROGRESS]\n\n## Implementation Phases\n\n### Phase 1: One [IN PROGRESS]\n\(phase)"
    let file = TrackedFile(
      kind: .plan, directory: 0, source: SourceText(path: "specs/001_x/plans/implementation-001.md", text),
      vocabulary: Profile.opencode.vocabulary)
    return try #require(file.plan)
  }

  private func claims(_ phase: String) throws -> [String] {
    let plan = try plan(phase)
    let phase = try #require(plan.phases.first)
    return phase.timestamps.map { "\($0.name)=\(plan.source.text($0.valueRange))" }
  }

  @Test(arguments: [
    ("(Started: 2026-01-05, Completed: 2026-01-06)\n", ["Started=2026-01-05", "Completed=2026-01-06"]),
    ("(Started: 2026-01-05) (Completed: 2026-01-06)\n", ["Started=2026-01-05", "Completed=2026-01-06"]),
    ("(Started: 2026-01-05)\n(Completed: 2026-01-06)\n", ["Started=2026-01-05", "Completed=2026-01-06"]),
    ("(Blocked: 2026-01-05, Reason: rain)\n", ["Blocked=2026-01-05, Reason: rain"]),
    ("(Timing: 2 hours)\n", []),
  ])
  func datesInBrackets(_ text: String, _ expected: [String]) throws {
    #expect(try claims(text) == expected)
  }

  @Test(arguments: [
    ("- **Completed**: 2026-01-06\n- **Goal**: One\n", ["Completed=2026-01-06"]),
    ("- **Completed**:\n- **Goal**: One\n", ["Completed="]),
    ("- **Completed**:\n  2026-01-06\n- **Goal**: One\n", ["Completed=2026-01-06"]),
    ("- **Completed**:\n  - the north side\n- **Goal**: One\n", []),
    ("**Completed**:\n- the north side\n- the south side, 2026-01-06\n", []),
    ("- **Notes**:\n  - **Completed**: 2026-01-06\n", []),
  ])
  func fieldsThatHeadLists(_ text: String, _ expected: [String]) throws {
    #expect(try claims(text) == expected)
  }

  @Test func datesOfStateFiles() throws {
    let text = """
      {"_last_updated": "2026-01-07T00:00:00Z", "active_projects": [
        {"project_number": 1, "started_at": "2026-01-05", "completed": null, "last_updated": "2026-01-06",
         "plan_versions": [{"version": 1, "created": "2026-01-04T00:00:00Z"}]}],
       "completed_projects": [{"project_number": 2, "completed": "2026-01-03"}]}
      """
    func registry(_ kind: TrackedFile.Kind) throws -> StateFile {
      let file = TrackedFile(
        kind: kind, directory: -1, source: SourceText(path: "specs/state.json", text),
        vocabulary: Profile.opencode.vocabulary)
      return try #require(file.registry)
    }
    let state = try registry(.registry)
    let entry = try #require(state.entries.first)
    #expect(state.timestamps.map(\.name) == ["_last_updated"])
    #expect(entry.timestamps.map(\.name) == ["completed", "last_updated"])
    #expect(entry.suffixedClaims.map { $0.event } == [.started])
    #expect(entry.versionTimestamps.map { state.source.text($0.valueRange) } == ["2026-01-04T00:00:00Z"])
    #expect(state.closed.flatMap(\.timestamps).map { state.source.text($0.valueRange) } == ["2026-01-03"])
    #expect(try registry(.archiveRegistry).closed.allSatisfy { $0.timestamps.isEmpty })
  }

  @Test func datesOfTaskLists() throws {
    let text = """
      # TODO
      **Last Updated:** 2026-01-07T00:00:00Z

      ### 1. Mend the gate
      - **Status**: [COMPLETED]
      - **Completed**: 2026-01-06

      ---

      - **Total Tasks:** 1
      - **Completed:** 1
      """
    let file = TrackedFile(
      kind: .taskList, directory: -1, source: SourceText(path: "specs/TODO.md", text),
      vocabulary: Profile.opencode.vocabulary)
    let list = try #require(file.taskList)
    #expect(list.timestamps.map { list.source.text($0.valueRange) } == ["2026-01-07T00:00:00Z"])
    #expect(list.tasks.first?.timestamps.map { list.source.text($0.valueRange) } == ["2026-01-06"])
  }
}
