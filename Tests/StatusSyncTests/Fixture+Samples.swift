/// Trees for tests.
extension Fixture {
  /// One task without a directory, not started.
  static let fresh = Fixture(files: [
    "specs/TODO.md": """
    ---
    next_project_number: 13
    task_counts: {active: 1, in_progress: 0, not_started: 1}
    ---
    # TODO

    **Last Updated:** 2026-01-04T09:00:00Z

    ## Overview
    - **Total Tasks:** 1
    - **Completed:** 0

    ## Tasks

    ### 12. Sort the cellar
    - **Effort**: 4 hours
    - **Status**: [NOT STARTED]
    - **Priority**: High
    - **Language**: general
    - **Blocking**: None
    - **Dependencies**: None
    - **Description**: Shelves first.

    """,
    "specs/state.json": """
    {
      "_schema_version": "1.1.0",
      "_last_updated": "2026-01-04T09:00:00Z",
      "next_project_number": 13,
      "active_projects": [
        {
          "project_number": 12,
          "project_name": "sort_the_cellar",
          "type": "feature",
          "phase": "not_started",
          "status": "not_started",
          "priority": "high",
          "language": "general",
          "created": "2026-01-04T09:00:00Z",
          "last_updated": "2026-01-04",
          "note": "the user's own"
        }
      ],
      "completed_projects": []
    }

    """,
  ])

  /// A plan of that task, with two phases.
  static let planText = """
    # Implementation Plan: Sort the cellar

    - **Task**: 12 - Sort the cellar
    - **Status**: [NOT STARTED]
    - **Effort**: 4 hours
    - **Priority**: High
    - **Complexity**: Medium

    ## Implementation Phases

    ### Phase 1: Empty the shelves [NOT STARTED]
    - **Goal**: room
    - **Tasks**:
      - [ ] carry

    ### Phase 2: Paint the wall [NOT STARTED]
    - **Goal**: white

    ## Testing & Validation

    """
  static let planPath = "specs/012_sort_the_cellar/plans/implementation-001.md"
}
