import StatusSync
import Testing

/// A task from its beginning to its end.
@Suite struct LifeTests {
  @Test func wholeLife() throws {
    var tree = Fixture.fresh
    try tree.begin(12, .research)
    tree.others["specs/012_sort_the_cellar/reports/research-001.md"] = 5
    try tree.finish(
      12, .research,
      #"{"status": "completed", "artifacts": [{"type": "research", "path": "specs/012_sort_the_cellar/reports/research-001.md", "summary": "s"}]}"#
    )
    try tree.begin(12, .plan)
    tree.files[Fixture.planPath] = Fixture.planText
    try tree.finish(
      12, .plan, #"{"status": "completed", "artifacts": [{"type": "plan", "path": "\#(Fixture.planPath)"}]}"#)
    try tree.begin(12, .implement)
    try tree.finish(
      12, .implement,
      #"{"status": "completed", "phase_statuses": [{"phase_number": 1, "status": "completed", "timestamp": "2026-01-10T12:00:00Z"}]}"#
    )
    try tree.begin(12, .implement)
    try tree.finish(
      12, .implement,
      #"{"status": "completed", "phase_statuses": [{"phase_number": 2, "status": "completed", "timestamp": "2026-01-10T12:00:00Z"}]}"#
    )
  }
}
