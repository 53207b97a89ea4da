import Testing

@testable import StatusText

/// Words with placeholders, and paths of them.
@Suite struct TextPatternTests {
  private func match(_ pattern: String, _ text: String, ids: [String] = ["T-{number}"]) throws -> TextPattern
    .Match?
  {
    let bytes = Array(text.utf8)
    let own = try ids.map { try TextPattern($0) }
    return try TextPattern(pattern).match(
      bytes, ByteRange(0, bytes.count), .init(own: own, parent: [try TextPattern("{numbers}")]))
  }

  @Test(
    "placeholders stand for parts of a line",
    arguments: [
      ("{id} {title}", "T-003 Paint the door", "T-3", "Paint the door"),
      ("**{id}**: {title}", "**T-1**: Door", "T-1", "Door"),
      ("{id}: {title}", "**T-1**:  **Door**", "T-1", "Door"),
      ("phase {id} - {title}", "Phase  T-1 - A - b", "T-1", "A - b"),
      ("{id} {title} ({done}/{total})", "T-1 Door (old) (3/5)", "T-1", "Door (old)"),
      ("{title} [{id}]", "Door [T-2]", "T-2", "Door"),
    ])
  func matches(pattern: String, text: String, id: String, title: String) throws {
    let match = try #require(try match(pattern, text))
    #expect(match.ids[.id] == id)
    let range = try #require(match.ranges[.title])
    #expect(String(decoding: Array(text.utf8)[range.indices], as: UTF8.self) == title)
  }

  @Test(
    "all of a line has to match",
    arguments: [
      ("{id}", "T-1 door"), ("{id} {title}", "T-1"), ("{id} {title}", "X-1 Door"), ("Phase {id}", "T-1"),
      ("{done}/{total}", "3/x"), ("{title}: {id}", "Door T-1"), ("{id} {title}", ""),
    ])
  func mismatches(pattern: String, text: String) throws { #expect(try match(pattern, text) == nil) }

  @Test(
    "an id has one normal form",
    arguments: [
      ("T-{number}", "T-007", "T-7"), ("{numbers}", "02.010", "2.10"), ("{word}", "add_login", "add_login"),
    ])
  func normal(pattern: String, text: String, normal: String) throws {
    #expect(try TextPattern(pattern).normal(text) == normal)
    #expect(try TextPattern(pattern).normal(text + "!") == nil)
  }

  @Test(
    "a pattern that cannot be understood is refused",
    arguments: [
      ("", TextPattern.Fault.empty), ("a {id", .openBrace), ("{ID}", .unknownPlaceholder("ID")),
      ("{title}{status}", .adjacentTexts), ("{id} {id}", .repeatedPlaceholder("id")),
    ])
  func faults(pattern: String, fault: TextPattern.Fault) {
    #expect(throws: fault) { try TextPattern(pattern) }
  }

  @Test(
    "paths have placeholders in their names",
    arguments: [
      ("plans/{id}.md", "plans/T-04.md", "T-4"), ("**/{id} - *.md", "a/b/T-1 - Door.md", "T-1"),
      ("done/{id}/*", "done/T-1/x.md", "T-1"), ("{id}.md", "T-1.md", "T-1"),
    ])
  func paths(pattern: String, path: String, id: String) throws {
    let ids = TextPattern.Ids(own: [try TextPattern("T-{number}")])
    #expect(try PlacePattern(pattern).match(path, ids)?[.id] == id)
    #expect(try PlacePattern(pattern).match("x/\(path)x", ids) == nil)
  }

  @Test("directories are looked into only if something may match below them")
  func directories() throws {
    let ids = TextPattern.Ids(own: [try TextPattern("T-{number}")])
    let pattern = try PlacePattern("plans/{id}/log.md")
    #expect(pattern.mayMatch(below: "plans", ids) && pattern.mayMatch(below: "plans/T-1", ids))
    #expect(!pattern.mayMatch(below: "other", ids) && !pattern.mayMatch(below: "plans/x", ids))
    #expect(!pattern.mayMatch(below: "plans/T-1/deeper", ids))
    #expect(try PlacePattern("a/**/b.md").mayMatch(below: "a/x/y"))
    #expect(try !PlacePattern("a/**/b.md").mayMatch(below: "b"))
  }

  @Test("long texts take linear time")
  func hostile() throws {
    let text = String(repeating: "a (", count: 20_000)
    #expect(try match("{title} ({done}/{total})", text) == nil)
    for part in ["*", " ", "1", "a", "1."] {
      let text = String(repeating: part, count: 50_000)
      #expect(try match("{title} {number}x", text) == nil)
      #expect(try match("{title}{word}!", text) == nil)
    }
  }
}
