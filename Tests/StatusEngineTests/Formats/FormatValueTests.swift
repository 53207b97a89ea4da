import StatusModel
import StatusText
import Testing

@testable import StatusFormats

/// The small values that formats are made of.
@Suite struct FormatValueTests {
  @Test(
    "an id of Backlog.md has one normal form",
    arguments: [
      ("task-001", "TASK-1"), ("TASK-1", "TASK-1"), ("7", "GH-7"), ("gh-04.010", "GH-4.10"),
      ("task-0", "TASK-0"),
      ("draft-x", "DRAFT-X"),
    ])
  func backlogID(text: String, normal: String) {
    #expect(BacklogID.normal(text, prefix: "GH") == normal)
  }

  @Test(
    "a file of Backlog.md is called after an id",
    arguments: [
      ("task-1 - Read.md", "task-1"), ("task-1.2 - Read 3.md", "task-1.2"),
      ("back-196-add-nix.md", "back-196"), ("readme.md", "readme.md"),
    ])
  func backlogFile(name: String, id: String) {
    #expect(BacklogID.text(ofFile: name) == id)
  }

  @Test(
    "the number of a story is its leading parts",
    arguments: [
      ("1-2-open", "1-2"), ("8a-01-name", "8a-1"), ("001-002-x", "1-2"), ("13-1-1-x", "13-1-1"),
      ("1-0-x", "1-0"), ("10-5-b-x", "10-5"),
    ])
  func storyNumber(key: String, number: String) {
    #expect(BMADKey(text: key).number == number)
    #expect(BMADKey(text: key).kind == .story)
  }

  @Test("a key without a number is a story, and epics have prefixes")
  func keyKinds() {
    #expect(BMADKey(text: "spike-pumps").number == nil)
    #expect(BMADKey(text: "spike-pumps").kind == .story)
    #expect(BMADKey(text: "epic-1").kind == .epic)
    #expect(BMADKey(text: "x-epic-1").kind == .epic)
    #expect(BMADKey(text: "epic-1-retrospective").kind == .retrospective)
    #expect(BMADKey(text: "10-5-b-x").letter == "b")
    #expect(BMADKey.number(ofHeading: "2.6a") == "2-6a")
  }

  @Test("dates of a tracker come month first or as ISO 8601")
  func trackerDates() {
    #expect(BMADTrackerRules.date("03-20-2026 17:40")?.timestamp.dateText == "2026-03-20")
    #expect(BMADTrackerRules.date("2026-03-20T09:00:00Z")?.timestamp.dateText == "2026-03-20")
    #expect(BMADTrackerRules.date("2026-03-20 (after lunch)")?.hasRemark == true)
    #expect(BMADTrackerRules.date("20-03-2026")?.timestamp.dateText == nil)
  }

  @Test("each cycle is found once")
  func cycles() {
    let dependencies = ["a": ["b"], "b": ["c"], "c": ["a"], "d": ["d", "a"], "e": ["f"]]
    #expect(DependencyCycles.all(["a", "b", "c", "d", "e"], dependencies) == [["a", "b", "c"], ["d"]])
    let chain = Dictionary(uniqueKeysWithValues: (0..<20_000).map { ("\($0)", ["\($0 + 1)"]) })
    #expect(DependencyCycles.all(["0"], chain).isEmpty)
  }

  @Test("a status is told from spellings, other words and words for giving up")
  func vocabulary() {
    let words = BMADWords.story
    #expect(words.read("done").isUnderstood)
    #expect(!words.read("Done").isUnderstood)
    #expect(words.read("Ready_for Dev").word?.text == "ready-for-dev")
    #expect(words.read("wip").stage == .active)
    #expect(words.read("superseded").stage == .closed)
    #expect(words.read("later").stage == nil)
  }
}
