import StatusEngine
import StatusModel
import StatusTestSupport
import Testing

@testable import StatusTestTrees

/// A snapshot after a change is the one that would be read.
struct UpdatingTests {
  private let root = SpecsRoot(path: "specs")

  private let files: [String: String] = [
    "specs/TODO.md": """
    ### 7. Sort the cellar
    - **Status**: [IMPLEMENTING]
    - **Plan**: [plans/implementation-001.md]
    - **Research**: [reports/research-001.md]
    """,
    "specs/state.json": """
    {"active_projects": [{"project_number": 7, "status": "implementing", "artifacts": ["plans/implementation-001.md"]}]}
    """,
    "specs/007_sort_the_cellar/plans/implementation-001.md": """
    - **Status**: [IN PROGRESS]
    - **Research Inputs**: [reports/research-001.md](../reports/research-001.md), [x](../reports/none.md)

    ### Phase 1: Empty the shelves [IN PROGRESS]
    """,
    "specs/007_sort_the_cellar/reports/research-001.md": "# Shelves",
    "specs/notes/shelves.md": "- **Status**: [IN PROGRESS]\n\n### Phase 1: Empty the shelves [IN PROGRESS]\n",
    "specs/007_sort_the_cellar/state.json": """
    {"project_number": 7, "plans": ["plans/implementation-001.md"]}
    """,
  ]

  private func read(_ files: [String: String], expecting edit: ExpectedEdit? = nil) throws -> Snapshot {
    var settings = Snapshot.Settings(now: try #require(Timestamp(secondsSince1970: 1_767_225_600)))
    settings.selection = .standard
    settings.keepsBytes = true
    settings.jobs = 1
    settings.expectedEdit = edit
    return try .read(root, from: MemorySource(files.mapValues { Array($0.utf8) }), settings)
  }

  @Test(arguments: [
    // The size of a plan that others link, and its own links.
    [
      "specs/007_sort_the_cellar/plans/implementation-001.md":
        "- **Status**: [COMPLETED]\n- **Research**: [../reports/other.md](../reports/other.md)\n"
    ],
    ["specs/007_sort_the_cellar/plans/implementation-001.md": ""],
    [
      "specs/007_sort_the_cellar/state.json":
        "{\"project_number\": 7, \"reports\": [\"reports/research-001.md\", \"reports/x.md\"]}"
    ],
    // What says which tasks there are.
    [
      "specs/TODO.md":
        "### 8. Paint the attic\n- **Status**: [PLANNED]\n- **Plan**: [plans/implementation-001.md]\n"
    ],
    [
      "specs/TODO.md": "### 7. Sort the cellar\n- **Plan**: [plans/none.md]\n",
      "specs/007_sort_the_cellar/plans/implementation-001.md": "- **Status**: [NOT STARTED]\n",
    ],
    // The same links at other places, one of them to a plan that changes, too; a link without a target; a task twice.
    [
      "specs/TODO.md":
        "# Tasks\n\n### 7. Sort the cellar\n- **Status**: [COMPLETED]\n- **Plan**: [plans/implementation-001.md]\n"
        + "- **Research**: [reports/research-001.md]\n",
      "specs/007_sort_the_cellar/plans/implementation-001.md": "- **Status**: [COMPLETED]\n",
    ],
    [
      "specs/TODO.md":
        "### 7. Sort the cellar\n- **Plan**: [plans/implementation-001.md]\n- **Research**: [reports/resarch-001.md]\n"
    ],
    [
      "specs/007_sort_the_cellar/plans/implementation-001.md":
        "# A plan\n- **Research Inputs**: [reports/research-001.md](../reports/research-001.md), [x](../reports/none.md)\n"
    ],
    [
      "specs/TODO.md":
        "### 7. Sort\n- **Plan**: [plans/implementation-001.md]\n\n### 7. Sort the cellar\n- **Status**: [IMPLEMENTING]\n"
        + "- **Plan**: [plans/implementation-001.md]\n- **Research**: [reports/research-001.md]\n"
    ],
    // The same links of a task that has ended, and a link to a plan that is not read otherwise.
    [
      "specs/TODO.md":
        "### 7. Sort the cellar\n- **Status**: [COMPLETED]\n- **Plan**: [plans/implementation-001.md]\n"
        + "- **Research**: [reports/research-001.md]\n"
    ],
    [
      "specs/TODO.md":
        "### 7. Sort the cellar\n- **Status**: [IMPLEMENTING]\n- **Plan**: [specs/notes/shelves.md]\n"
    ],
    [
      "specs/state.json":
        "{\"active_projects\": [{\"project_number\": 7, \"status\": \"implementing\", \"plan_path\": \"specs/notes/shelves.md\"}]}"
    ],
    [:],
  ])
  func equalsTheTreeAsItWouldBeRead(changes: [String: String]) throws {
    let updated = try read(files).updating(changes.mapValues { Array($0.utf8) })
    let whole = try read(files.merging(changes) { $1 })
    #expect(updated.workspace.links.map(description) == whole.workspace.links.map(description))
    let settings = Inspection.Settings(TreeLocation(repository: "", root: root), jobs: 1)
    #expect(
      Inspection(updated, settings).findings.map(\.message)
        == Inspection(whole, settings).findings.map(\.message))
  }

  @Test(
    "an edit that was expected changes nothing but the time that it takes",
    arguments: ["specs/TODO.md", "specs/state.json"], [true, false])
  func expectedEdits(path: String, comesAsExpected: Bool) throws {
    let changes = [
      path: try #require(files[path]).replacing("implementing", with: "planned").replacing(
        "IMPLEMENTING", with: "PLANNED")
    ]
    let edit = ExpectedEdit(of: path) { old in
      comesAsExpected ? changes[path].map { Array($0.utf8) } : old + Array("\n\n".utf8)
    }
    let updated = try read(files, expecting: edit).updating(changes.mapValues { Array($0.utf8) })
    let whole = try read(files.merging(changes) { $1 })
    let settings = Inspection.Settings(TreeLocation(repository: "", root: root), jobs: 1)
    #expect(
      Inspection(updated, settings).findings.map(\.message)
        == Inspection(whole, settings).findings.map(\.message))
  }

  @Test("a new file that the tree would not know is not taken in, so that a fix that makes it is refused")
  func otherNewFiles() throws {
    let path = "specs/notes.json"
    let updated = try read(files).updating([path: Array("{}".utf8)])
    let settings = Inspection.Settings(TreeLocation(repository: "", root: root), jobs: 1)
    #expect(!Inspection(updated, settings).isReadable(path))
  }

  private func description(_ link: ArtifactLink) -> String {
    "\(link.file) \(link.range) \(link.text) \(link.task ?? 0) \(link.target) \(String(describing: link.suggestion))"
  }
}
