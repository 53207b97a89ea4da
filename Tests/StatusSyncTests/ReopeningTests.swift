import StatusModel
import StatusSync
import Testing

/// Tasks that go back.
@Suite struct ReopeningTests {
  @Test("what is taken back moves into the project state")
  func reopening() throws {
    var tree = Fixture.fresh.with(status: "ABANDONED", value: "abandoned")
    tree.replace(
      "specs/TODO.md", "- **Priority**",
      "- **Started**: 2026-01-05\n- **Abandoned**: 2026-01-06\n- **Abandonment Reason**: wet\n  and cold\n- **Priority**"
    )
    tree.replace(
      "specs/state.json", #""note""#,
      #""started": "2026-01-05", "abandoned": "2026-01-06", "abandonment_reason": "wet and cold", "note""#)
    for status in ["not_started", "implementing"] {
      var copy = tree
      try copy.make(
        .of(12) {
          $0.status = status
          $0.overrideReason = "dry again"
        })
      #expect(copy.files["specs/TODO.md"]?.contains("Abandon") == false)
      #expect(copy.files["specs/TODO.md"]?.contains("and cold") == false)
      #expect(copy.files["specs/state.json"]?.contains("abandon") == false)
      let state = try #require(copy.files["specs/012_sort_the_cellar/state.json"])
      #expect(state.contains("restarts") && state.contains(#""abandoned": "2026-01-06""#))
      #expect(state.contains(#""abandonment_reason": "wet and cold""#))
    }
  }
}
