import StatusModel

/// A check of a tree of one task in memory. The first use of each kind of list and table, and of the words and rules that
/// every check needs, takes as long as a small plan. A thread that has nothing else to do yet takes that on, while
/// another looks for the tree.
enum Rehearsal {
  private static let files: [String: StaticString] = [
    "specs/TODO.md": """
    ---
    next_project_number: 2
    ---

    # TODO

    ### 1. Sort the cellar
    - **Status**: [IMPLEMENTING]
    - **Started**: 2026-01-02
    - **Language**: general
    - **Dependencies**: None
    - **Plan**: [specs/001_sort_the_cellar/plans/implementation-001.md]
    - **Research**: `specs/001_sort_the_cellar/reports/research-001.md`
    """,
    "specs/state.json": """
    {
      "next_project_number": 2,
      "active_projects": [
        {
          "project_number": 1,
          "project_name": "sort_the_cellar",
          "status": "implementing",
          "created": "2026-01-01T09:00:00Z",
          "last_updated": "2026-01-02T09:00:00Z",
          "artifacts": ["specs/001_sort_the_cellar/plans/implementation-001.md"]
        }
      ]
    }
    """,
    "specs/001_sort_the_cellar/plans/implementation-001.md": """
    # Implementation Plan: Sort the cellar

    - **Task**: 1
    - **Status**: [IN PROGRESS]
    - **Effort**: 2 hours

    ## Implementation Phases

    ### Phase 1: Empty the shelves [COMPLETED]
    - **Started**: 2026-01-02
    - **Completed**: 2026-01-02
    - [x] Carry the jars

    ### Phase 2: Sort the jars [IN PROGRESS]
    - **Started**: 2026-01-02
    - [ ] Label the jars
    """,
    "specs/001_sort_the_cellar/reports/research-001.md": "# Jars\n",
  ]

  /// Checks the tree, and forgets what was found.
  static func run() {
    guard let now = Timestamp(secondsSince1970: 1_767_312_000) else { return }
    var settings = Snapshot.Settings(now: now)
    settings.selection = .standard
    settings.jobs = 1
    let root = SpecsRoot(path: "specs")
    let source = MemorySource(
      files.mapValues { text in text.withUTF8Buffer { Array($0) } })
    guard let tree = try? Snapshot.read(root, from: source, settings) else { return }
    _ = Inspection(tree, .init(TreeLocation(repository: "", root: root), jobs: 1))
  }
}
