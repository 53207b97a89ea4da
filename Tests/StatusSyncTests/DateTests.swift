import StatusModel
import StatusSync
import Testing

/// Dates of tasks, and everything at the heads of the files that follows from them.
@Suite struct DateTests {
  private func request(_ status: String, _ fill: (inout UpdateRequest) -> Void = { _ in }) -> UpdateRequest {
    .of(12) {
      $0.status = status
      fill(&$0)
    }
  }

  @Test("an instant may have a fraction of a second, which is dropped")
  func fractions() throws {
    for text in ["2026-01-05T10:00:00.123Z", "2026-01-05T11:00:00.999999+01:00", "2026-01-05t10:00:00z"] {
      var tree = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")
      try tree.make(
        .of(12) { $0.phases = [PhaseStep(number: "1", status: "in_progress", timestamp: text)] })
      #expect(tree.files[Fixture.planPath]?.contains("**Started**: 2026-01-05T10:00:00Z\n") == true)
    }
    for text in ["2026-01-05T10:00Z", "2026-01-05T10:00:00", "2026-01-05T10:00:00.5"] {
      let tree = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")
      let errors = tree.errors(
        .of(12) { $0.phases = [PhaseStep(number: "1", status: "in_progress", timestamp: text)] })
      #expect(errors.map(\.code) == ["MALFORMED_TIMESTAMP"])
    }
  }

  @Test("a clock that is more than a day behind the files' newest date is not believed")
  func clock() throws {
    var tree = Fixture.fresh
    for now in ["2020-01-01T00:00:00Z", "2026-01-03T08:59:59Z"] {
      tree.now = now
      #expect(tree.errors(request("researching")).map(\.code) == ["CLOCK_BEHIND"])
    }
    // People write the day of their own time zone.
    tree.now = "2026-01-03T09:00:00Z"
    #expect(tree.errors(request("researching")).isEmpty)
    for (path, old, new, codes) in [
      (
        "specs/TODO.md", "- **Priority**", "- **Started**: 2026-01-08\n- **Priority**",
        ["CLOCK_BEHIND", "TIMESTAMP_ORDER"]
      ),
      ("specs/state.json", "2026-01-04\"", "2026-01-08\"", ["CLOCK_BEHIND"]),
    ] {
      var tree = Fixture.fresh
      tree.now = "2026-01-06T12:00:00Z"
      tree.replace(path, old, new)
      #expect(tree.errors(request("researching")).map(\.code) == codes)
    }
    var begun = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")
    begun.replace(
      Fixture.planPath, "- **Goal**: room", "- **Started**: 2027-01-08T00:00:00Z\n- **Goal**: room")
    #expect(begun.errors(request("partial")).map(\.code) == ["CLOCK_BEHIND"])
  }

  @Test("Started is written once")
  func started() throws {
    var tree = Fixture.fresh
    try tree.make(request("researching") { $0.timestamp = "2026-01-05" })
    #expect(tree.files["specs/TODO.md"]?.contains("- **Started**: 2026-01-05\n") == true)
    try tree.make(request("researched"))
    try tree.make(request("planning"))
    let list = try #require(tree.files["specs/TODO.md"])
    #expect(list.contains("- **Started**: 2026-01-05\n- **Researched**: 2026-01-10\n"))
    #expect(tree.files["specs/state.json"]?.contains(#""started": "2026-01-05""#) == true)
  }

  @Test("a placeholder is no date")
  func placeholders() throws {
    var tree = Fixture.fresh
    tree.replace("specs/TODO.md", "- **Priority**", "- **Started**: TBD\n- **Priority**")
    tree.replace("specs/state.json", #""note""#, "\"started\": null,\n      \"note\"")
    try tree.make(request("researching"))
    #expect(tree.files["specs/TODO.md"]?.contains("- **Started**: 2026-01-10\n") == true)
    #expect(tree.files["specs/state.json"]?.contains("\"started\": \"2026-01-10\",\n      \"note\"") == true)
  }

  @Test("a Completed that means a stage gets the stage's name when the task moves on")
  func renaming() throws {
    var tree = Fixture.fresh.with(status: "RESEARCHED", value: "researched", plan: nil)
    tree.replace("specs/TODO.md", "- **Priority**", "- **Completed**: 2026-01-06\n- **Priority**")
    tree.replace("specs/state.json", #""note""#, "\"completed\": \"2026-01-06\",\n      \"note\"")
    let list = try tree.difference(request("planning"), in: "specs/TODO.md")
    #expect(list.contains("-- **Completed**: 2026-01-06") && list.contains("+- **Researched**: 2026-01-06"))
    let states = try tree.difference(request("planning"), in: "specs/state.json")
    #expect(states.contains("-      \"completed\": \"2026-01-06\","))
    #expect(states.contains("+      \"researched\": \"2026-01-06\","))
    // In one step to the end, both dates are there.
    tree.profile = .claude
    try tree.make(request("completed"))
    let task = try #require(tree.workspace.task(12))
    #expect(task.entry?.timestamps.map(\.event) == [.researched, .completed])
    #expect(Set(task.state?.timestamps.compactMap(\.event) ?? []) == [.researched, .completed])
  }

  @Test("the older words for a date are kept")
  func olderWords() throws {
    var tree = Fixture.fresh.with(status: "RESEARCHING", value: "researching", plan: nil)
    tree.replace("specs/state.json", #""note""#, "\"research_completed\": \"2026-01-02\",\n      \"note\"")
    try tree.make(request("researched"))
    let state = try #require(tree.files["specs/state.json"])
    #expect(state.contains(#""research_completed": "2026-01-10""#) && !state.contains(#""researched": "2"#))
  }

  @Test("a task that begins anew has no dates, and its project state remembers them")
  func restart() throws {
    var tree = Fixture.fresh.with(status: "IN PROGRESS", value: "in_progress", plan: nil)
    tree.replace("specs/TODO.md", "- **Priority**", "- **Started**: 2026-01-05\n- **Priority**")
    tree.replace("specs/state.json", #""note""#, "\"started\": \"2026-01-05\",\n      \"note\"")
    try tree.make(request("abandoned") { $0.reason = "the cellar is sold" })
    try tree.make(request("not_started"))
    let task = try #require(tree.workspace.task(12))
    #expect(task.entry?.timestamps.isEmpty == true)
    #expect(task.state?.timestamps.allSatisfy { $0.event == nil } == true)
    let state = try #require(tree.files["specs/012_sort_the_cellar/state.json"])
    #expect(state.contains(#""restarts""#) && state.contains(#""started": "2026-01-05""#))
    #expect(state.contains(#""abandoned": "2026-01-10""#))
  }

  @Test("each profile writes its own forms")
  func forms() throws {
    var tree = Fixture.fresh
    tree.profile = .claude
    try tree.make(request("completed"))
    #expect(tree.files["specs/TODO.md"]?.contains("- **Completed**: 2026-01-10T12:00:00Z\n") == true)
    let state = try #require(tree.files["specs/state.json"])
    #expect(state.contains(#""completed": "2026-01-10T12:00:00Z""#))
    #expect(state.contains(#""last_updated": "2026-01-10T12:00:00Z""#))
    // Where the tree has dates without a time, so has what is added.
    var dated = Fixture.fresh
    dated.profile = .claude
    dated.replace("specs/TODO.md", "- **Priority**", "- **Started**: 2026-01-05\n- **Priority**")
    try dated.make(request("completed"))
    #expect(dated.files["specs/TODO.md"]?.contains("- **Completed**: 2026-01-10\n") == true)
  }

  @Test("the heads of the files follow, as far as they were right")
  func heads() throws {
    var tree = Fixture.fresh
    try tree.make(request("in_progress"))
    #expect(tree.files["specs/TODO.md"]?.contains("{active: 1, in_progress: 1, not_started: 0}") == true)
    try tree.make(request("completed"))
    let list = try #require(tree.files["specs/TODO.md"])
    #expect(list.contains("{active: 0, in_progress: 0, not_started: 0}"))
    #expect(list.contains("- **Completed:** 1\n") && list.contains("- **Total Tasks:** 1\n"))
    #expect(list.contains("**Last Updated:** 2026-01-10T12:00:00Z\n"))
    #expect(tree.files["specs/state.json"]?.contains(#""_last_updated": "2026-01-10T12:00:00Z""#) == true)
    var wrong = Fixture.fresh
    wrong.replace("specs/TODO.md", "- **Completed:** 0", "- **Completed:** 7")
    wrong.replace("specs/TODO.md", "active: 1", "active: 9")
    try wrong.make(request("in_progress"))
    try wrong.make(request("completed"))
    #expect(wrong.files["specs/TODO.md"]?.contains("- **Completed:** 7\n") == true)
    #expect(wrong.files["specs/TODO.md"]?.contains("{active: 9, in_progress: 0, not_started: 0}") == true)
  }

  @Test("a file that was changed later than now is not dated back")
  func laterFiles() throws {
    var tree = Fixture.fresh
    tree.now = "2026-01-03T10:00:00Z"
    let lines = try tree.difference(request("in_progress"), in: "specs/state.json")
    #expect(!lines.contains { $0.contains("last_updated") }, "\(lines)")
  }

  @Test("only the lines of the task change, and the two at the heads")
  func onlyTheTask() throws {
    let tree = Fixture.fresh
    #expect(
      try Set(tree.difference(request("researching"), in: "specs/state.json")) == [
        "-  \"_last_updated\": \"2026-01-04T09:00:00Z\",", "+  \"_last_updated\": \"2026-01-10T12:00:00Z\",",
        "-      \"phase\": \"not_started\",", "+      \"phase\": \"researching\",",
        "-      \"status\": \"not_started\",", "+      \"status\": \"researching\",",
        "-      \"last_updated\": \"2026-01-04\",", "+      \"last_updated\": \"2026-01-10\",",
        "+      \"started\": \"2026-01-10\",",
      ])
  }

  @Test("reasons stand where both kinds of readers look")
  func reasons() throws {
    var tree = Fixture.fresh
    try tree.make(request("blocked") { $0.reason = "no\n  key\tat all " })
    #expect(
      tree.files["specs/TODO.md"]?.contains(
        "- **Dependencies**: None\n- **Blocking Reason**: no key at all\n") == true)
    #expect(tree.files["specs/state.json"]?.contains(#""blocking_reason": "no key at all""#) == true)
    try tree.make(request("in_progress"))
    try tree.make(request("blocked") { $0.reason = "no \"lamp\"" })
    let list = try #require(tree.files["specs/TODO.md"])
    #expect(list.contains("- **Blocking Reason**: no \"lamp\"\n") && !list.contains("no key"))
    #expect(tree.files["specs/state.json"]?.contains(#""blocking_reason": "no \"lamp\"""#) == true)
  }
}
