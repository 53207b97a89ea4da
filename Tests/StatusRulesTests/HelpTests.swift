import StatusModel
import StatusTestTrees
import Testing

/// What findings advise.
@Suite struct HelpTests {
  /// The help of each finding of `rule` in a tree of these files.
  private func help(_ rule: String, _ files: [String: String], _ profile: Profile) throws -> [String?] {
    let now = try #require(Timestamp(secondsSince1970: 1_780_000_000))
    let tree = MemoryTree(files: files.mapValues { Array($0.utf8) }, profile: profile, now: now)
    return tree.findings().filter { $0.rule == rule }.map(\.help)
  }

  @Test(arguments: [
    // Of the same task, in the same directory, or with a name of its own.
    ("specs/007_sort_cellar/reports/research-001.md", "did you mean specs/007_sort/reports/research-001.md?"),
    ("specs/012_paint/reports/02_shelf-plan.md", "did you mean specs/007_sort/reports/02_shelf-plan.md?"),
    ("docs/heron-guide.md", "did you mean notes/heron-guide.md?"),
    ("specs/008_dig/reports/reserch-001.md", "did you mean specs/008_dig/reports/research-001.md?"),
    // Every task has such files.
    ("specs/012_paint/reports/research-001.md", nil), ("specs/012_paint/plans/implementation-001.md", nil),
    ("specs/012_paint/reports/reserch-001.md", nil), ("docs/research-002.md", nil), ("docs/plan.md", nil),
  ])
  func aSuggestionIsOfTheTaskOrHasANameOfItsOwn(_ link: String, _ wanted: String?) throws {
    let found = try help(
      "missing-artifact",
      [
        "specs/TODO.md": "### 7. Sort\n- **Status**: [NOT STARTED]\n- **Research**: [\(link)]\n",
        "specs/007_sort/reports/research-001.md": "# R", "specs/007_sort/reports/02_shelf-plan.md": "# S",
        "specs/007_sort/plans/implementation-001.md": "# P", "specs/008_dig/reports/research-001.md": "# R",
        "notes/heron-guide.md": "# G", "notes/research-002.md": "# R", "notes/plan.md": "# P",
        "docs/other.md": "# O",
      ], .opencode)
    #expect(found == [wanted])
  }

  @Test func aStaleTimeThatNoDateCanReplaceIsExplained() throws {
    let found = try help(
      "stale-last-updated",
      [
        "specs/state.json": """
        {"_last_updated": "2026-01-02T10:00:00Z", "active_projects": [
          {"project_number": 7, "project_name": "sort", "status": "completed", "completed": "2026-01-09"}]}
        """
      ], .opencode)
    #expect(found == ["set it to the time of the last change, in the form YYYY-MM-DDTHH:MM:SSZ"])
  }
}
