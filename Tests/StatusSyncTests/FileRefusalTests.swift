import StatusModel
import StatusSync
import Testing

/// Files, tasks and artifacts that nothing can be written to or about.
@Suite struct FileRefusalTests {
  private let implementing = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")

  @Test("artifacts have to be there, with something in them, in the repository")
  func artifacts() {
    var tree = implementing
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

  @Test(
    "a task that a block hides is not moved, and the block is named", arguments: ["```", "~~~~", "<!--"])
  func hiddenTasks(opening: String) {
    var tree = Fixture.fresh
    tree.replace("specs/TODO.md", "### 12.", "\(opening)\n### 12.")
    let message = "task 12 is hidden in specs/TODO.md: \"\(opening)\" is never closed"
    let advice = "close the block where its text ends; `statuslint check` shows what it hides"
    let updated = tree.errors(.of(12) { $0.status = "researching" })
    #expect(
      updated.map(\.message.description) == [message] && updated.map(\.recommendation.description) == [advice]
    )
    let begun = #expect(throws: SyncErrors.self) { try tree.begin(12, .research) }
    #expect(
      begun?.errors.map(\.message.description) == [message]
        && begun?.errors.map(\.recommendation.description) == [advice])
    // Hidden for good, it is not there.
    tree.files["specs/TODO.md"]? += opening == "<!--" ? "-->\n" : "\(opening)\n"
    #expect(tree.errors(.of(12) { $0.status = "researching" }).map(\.code) == ["TASK_IN_ONE_FILE"])
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

  @Test("a state.json that is not an object", arguments: ["[]", "\"x\"", "null", "7"])
  func otherJSON(text: String) {
    var tree = Fixture.fresh
    tree.files["specs/state.json"] = text
    let request = UpdateRequest.of(12) { $0.status = "researching" }
    #expect(tree.errors(request).map(\.message) == ["specs/state.json is not a JSON object"])
    #expect(tree.errors(request).map(\.code) == ["UNREADABLE_FILE"])
  }
}
