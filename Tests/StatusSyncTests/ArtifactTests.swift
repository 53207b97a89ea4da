import StatusModel
import StatusSync
import StatusSyntax
import StatusText
import Testing

/// Artifacts and plans go into every file in the form that it has.
@Suite struct ArtifactTests {
  private static let report = "specs/012_sort_the_cellar/reports/research-001.md"
  private static let second = "specs/012_sort_the_cellar/reports/research-002.md"

  private var tree: Fixture {
    var tree = Fixture.fresh.with(status: "RESEARCHING", value: "researching", plan: nil)
    tree.others = [Self.report: 4, Self.second: 4, "src/main.swift": 9]
    return tree
  }

  private func add(_ claims: (String, String)...) -> UpdateRequest {
    .of(12) { $0.artifacts = claims.map { ArtifactClaim(type: $0.0, path: $0.1, summary: "a \"summary\"") } }
  }

  private func entry(_ tree: Fixture) throws -> JSONValue {
    let json = JSONTree(SourceText(try #require(tree.files["specs/state.json"])))
    return try #require(json.root?["active_projects"]?.elements.first { _ in true })
  }

  @Test("reports and summaries are linked for people, source files are not")
  func links() throws {
    var tree = tree
    try tree.make(add(("research", Self.report), ("implementation", "src/main.swift")))
    let list = try #require(tree.files["specs/TODO.md"])
    #expect(
      list.contains("- **Dependencies**: None\n- **Research**: [\(Self.report)]\n")
        && !list.contains("main.swift"))
    #expect(try entry(tree)["artifacts"]?.elements.compactMap(\.string) == [Self.report, "src/main.swift"])
    // Again, it is known already.
    try tree.make(add(("research", Self.report), ("report", Self.second)))
    #expect(
      tree.files["specs/TODO.md"]?.contains("- **Research**: [\(Self.report)], [\(Self.second)]\n") == true)
    #expect(try entry(tree)["artifacts"]?.elements.count == 3)
    let state = try #require(tree.files["specs/012_sort_the_cellar/state.json"])
    #expect(state.contains(#""reports/research-001.md","#) && state.contains(#""reports/research-002.md""#))
    #expect(!state.contains("main.swift"))
  }

  @Test("lists beneath a field get another item, placeholders go")
  func fields() throws {
    var tree = tree
    tree.replace(
      "specs/TODO.md", "- **Description**", "- **Research**:\n    - [specs/x.md]\n- **Description**")
    try tree.make(add(("research", Self.report)))
    #expect(
      tree.files["specs/TODO.md"]?.contains("    - [specs/x.md]\n    - [\(Self.report)]\n- **Desc") == true)
    var other = self.tree
    other.replace("specs/TODO.md", "- **Description**", "- **Research**: None\n- **Description**")
    try other.make(add(("research", Self.report)))
    #expect(other.files["specs/TODO.md"]?.contains("- **Research**: [\(Self.report)]\n") == true)
  }

  @Test("links look like the tree's own")
  func styles() throws {
    var tree = tree
    tree.profile = .claude
    tree.others["specs/012_sort_the_cellar/reports/a (b).md"] = 3
    try tree.make(add(("research", "specs/012_sort_the_cellar/reports/a (b).md")))
    #expect(
      tree.files["specs/TODO.md"]?.contains(
        "- **Research**: [a (b).md](012_sort_the_cellar/reports/a%20%28b%29.md)\n") == true)
    let artifact = try #require(entry(tree)["artifacts"]?.elements.first { _ in true })
    #expect(artifact["path"]?.string == "specs/012_sort_the_cellar/reports/a (b).md")
    #expect(artifact["type"]?.string == "research" && artifact["summary"]?.string == "a \"summary\"")
    #expect(tree.files["specs/012_sort_the_cellar/state.json"] == nil)
  }

  @Test(
    "artifacts in every form that is met",
    arguments: [
      (#"["a.md"]"#, #"["a.md", "R"]"#), (#"[]"#, #"["R"]"#), ("null", #"["R"]"#),
      (
        #"[{"path": "a.md", "type": "x"}]"#,
        #"[{"path": "a.md", "type": "x"}, {"path": "R", "type": "research", "summary": "a \"summary\""}]"#
      ),
      (#"{"plans": [], "reports": ["a.md"]}"#, #"{"plans": [], "reports": ["a.md", "R"]}"#),
      (#"{"plans": []}"#, #"{"plans": [], "reports": ["R"]}"#),
      (
        #"{"path": "a.md", "type": "x"}"#,
        #"[{"path": "a.md", "type": "x"}, {"path": "R", "type": "research", "summary": "a \"summary\""}]"#
      ),
    ])
  func shapes(before: String, after: String) throws {
    var tree = tree
    tree.replace("specs/state.json", #""note""#, "\"artifacts\": \(before),\n      \"note\"")
    try tree.make(add(("research", Self.report)))
    let found = try #require(entry(tree)["artifacts"])
    let wanted = try #require(JSONTree(SourceText(after.replacing("\"R\"", with: "\"\(Self.report)\""))).root)
    #expect(JSONDraft(copying: found) == JSONDraft(copying: wanted))
  }

  @Test("paths are spelled as the entry spells them")
  func spelling() throws {
    var tree = tree
    tree.replace(
      "specs/state.json", #""note""#, "\"artifacts\": [\"012_sort_the_cellar/reports/x.md\"],\n      \"note\""
    )
    try tree.make(add(("research", Self.report)))
    #expect(
      try entry(tree)["artifacts"]?.elements.compactMap(\.string) == [
        "012_sort_the_cellar/reports/x.md", "012_sort_the_cellar/reports/research-001.md",
      ])
  }

  @Test("a plan comes into force with its versions")
  func versions() throws {
    var tree = Fixture.fresh.with(status: "PLANNING", value: "planning", plan: nil)
    tree.files[Fixture.planPath] = Fixture.planText
    try tree.make(
      .of(12) {
        $0.status = "planned"; $0.plan = Fixture.planPath
      })
    #expect(try entry(tree)["plan_path"]?.string == Fixture.planPath)
    #expect(try entry(tree)["plan_metadata"]?["phase_count"]?.integer == 2)
    #expect(try entry(tree)["plan_metadata"]?["estimated_hours"]?.integer == 4)
    #expect(try entry(tree)["plan_metadata"]?["complexity"]?.string == "medium")
    #expect(tree.files["specs/TODO.md"]?.contains("- **Plan**: [\(Fixture.planPath)]\n") == true)
    let next = Fixture.planPath.replacing("001", with: "002")
    tree.files[next] = Fixture.planText
    func revision(_ version: Int?, _ reason: String?) -> UpdateRequest {
      .of(12) {
        $0.plan = next
        $0.planVersion = version
        $0.revisionReason = reason
      }
    }
    #expect(tree.errors(revision(nil, nil)).map(\.code) == ["MISSING_REASON"])
    #expect(tree.errors(revision(3, "r")).map(\.code) == ["PLAN_VERSION"])
    try tree.make(revision(2, "the wall is wet"))
    let versions = try #require(entry(tree)["plan_versions"]?.elements.map { $0 })
    #expect(versions.map { $0["version"]?.integer } == [1, 2])
    #expect(versions.map { $0["reason"]?.string } == ["Initial implementation plan", "the wall is wet"])
    #expect(versions.map { $0["path"]?.string } == [Fixture.planPath, next])
    #expect(tree.files["specs/TODO.md"]?.contains("- **Plan**: [\(next)]\n") == true)
    #expect(try entry(tree)["artifacts"]?.elements.count == 2)
    // A plan that was not recorded counts as the first version.
    var older = Fixture.fresh.with(status: "PLANNED", value: "planned")
    older.files[next] = Fixture.planText
    try older.make(revision(nil, "better"))
    #expect(try entry(older)["plan_versions"]?.elements.map { $0["version"]?.integer } == [1, 2])
  }

  @Test("what is said of a plan is held against the plan")
  func metadata() throws {
    var tree = Fixture.fresh.with(status: "PLANNED", value: "planned")
    let request = UpdateRequest.of(12) {
      $0.planMetadata = PlanMetadata(phaseCount: 5, estimatedHours: "6.5", complexity: "high")
    }
    let update = try tree.make(request)
    #expect(update.warnings.count == 1)
    #expect(try entry(tree)["plan_metadata"]?["phase_count"]?.integer == 2)
    #expect(try entry(tree)["plan_metadata"]?["estimated_hours"]?.double == 6.5)
  }

  @Test("an older project state keeps its form")
  func projectStates() throws {
    var tree = tree
    tree.files["specs/012_sort_the_cellar/state.json"] = """
      {"project_number": 12, "status": "researching", "started": "2026-01-05", "artifacts": {"reports": []}, "last_updated": "2026-01-05"}

      """
    try tree.make(
      .of(12) {
        $0.status = "researched"
        $0.artifacts = [ArtifactClaim(type: "research", path: Self.report)]
      })
    #expect(
      tree.files["specs/012_sort_the_cellar/state.json"] == """
        {"project_number": 12, "status": "researched", "started": "2026-01-05", "researched": "2026-01-10", "artifacts": {"reports": ["\(Self.report)"]}, "last_updated": "2026-01-10"}

        """)
  }

  @Test("a project state that cannot be made fails the update, and says what to do")
  func noDirectory() {
    var tree = tree
    tree.replace("specs/state.json", "sort_the_cellar", "sort/the/../cellar")
    let errors = tree.errors(add(("implementation", "src/main.swift")))
    #expect(errors.map(\.code) == ["NO_PROJECT_STATE"])
    #expect(errors.allSatisfy { !$0.recommendation.description.isEmpty })
  }

  @Test("a plan of the tree is a plan, whatever it is said to be; other files are what is said")
  func plansOfOtherTypes() throws {
    let foreign = "specs/011_paint_the_attic/plans/implementation-001.md"
    var tree = tree
    tree.others[foreign] = 9
    tree.others["docs/plans/garden.md"] = 9
    for type in ["plan", "research", "summary", "implementation"] {
      #expect(tree.errors(add((type, foreign))).map(\.code) == ["FOREIGN_PLAN"], "\(type)")
    }
    tree.files[Fixture.planPath] = Fixture.planText
    try tree.make(add(("research", Fixture.planPath), ("research", "docs/plans/garden.md")))
    #expect(try entry(tree)["plan_path"]?.string == Fixture.planPath)
    #expect(tree.files["specs/TODO.md"]?.contains("- **Research**: [docs/plans/garden.md]\n") == true)
  }

  @Test("research links no plan, but a document in a directory plans elsewhere")
  func planOfResearch() throws {
    var tree = tree
    let foreign = "specs/011_paint_the_attic/plans/implementation-001.md"
    tree.others = [foreign: 9, "docs/plans/garden.md": 9]
    let artifacts = [foreign, "docs/plans/garden.md"].map { #"{"type": "research", "path": "\#($0)"}"# }
    let update = try tree.finish(
      12, .research, #"{"status": "completed", "artifacts": [\#(artifacts.joined(separator: ", "))]}"#)
    #expect(update.artifacts.map(\.path) == ["docs/plans/garden.md"])
    #expect(update.warnings.contains { $0.description.hasPrefix("\(foreign) was not linked as a plan") })
  }
}
