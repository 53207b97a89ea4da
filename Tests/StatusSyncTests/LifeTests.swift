import StatusSync
import Testing

/// A task from its beginning to its end.
@Suite struct LifeTests {
  @Test func wholeLife() throws {
    var tree = Fixture.fresh
    try tree.begin(12, .research)
    print(tree.files["specs/TODO.md"]!, tree.files["specs/state.json"]!)
    tree.others["specs/012_sort_the_cellar/reports/research-001.md"] = 5
    try tree.finish(12, .research, #"{"status": "completed", "artifacts": [{"type": "research", "path": "specs/012_sort_the_cellar/reports/research-001.md", "summary": "s"}]}"#)
    print(tree.files["specs/TODO.md"]!, tree.files["specs/state.json"]!, tree.files["specs/012_sort_the_cellar/state.json"]!)
    try tree.begin(12, .plan)
    tree.files[Fixture.planPath] = Fixture.planText
    try tree.finish(12, .plan, #"{"status": "completed", "artifacts": [{"type": "plan", "path": "\#(Fixture.planPath)"}]}"#)
    try tree.begin(12, .implement)
    print(tree.files["specs/TODO.md"]!, tree.files["specs/state.json"]!, tree.files["specs/012_sort_the_cellar/state.json"]!, tree.files[Fixture.planPath]!)
    try tree.finish(12, .implement, #"{"status": "completed", "phase_statuses": [{"phase_number": 1, "status": "completed", "timestamp": "2026-01-10T12:00:00Z"}]}"#)
    try tree.begin(12, .implement)
    try tree.finish(12, .implement, #"{"status": "completed", "phase_statuses": [{"phase_number": 2, "status": "completed", "timestamp": "2026-01-10T12:00:00Z"}]}"#)
    print(tree.files["specs/TODO.md"]!, tree.files["specs/state.json"]!, tree.files["specs/012_sort_the_cellar/state.json"]!, tree.files[Fixture.planPath]!)
  }
}
