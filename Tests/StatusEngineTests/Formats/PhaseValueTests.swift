import StatusClaims
import StatusText
import Testing

@testable import StatusFormats

/// The values of Conductor and planning-with-files.
@Suite struct PhaseValueTests {
  @Test(
    "a heading names a phase by a word and a number",
    arguments: [
      ("Phase 2: Build", "2"), ("✅ Phase 02.1 — Box", "2.1"), ("**Fase 3**", "3"), ("阶段 1：测量", "1"),
      ("[x] phase 1a", "1A"), ("Phase B: Paint", "B"), ("المرحلة 4", "4"),
    ])
  func phase(text: String, number: String) throws {
    let bytes = Array(text.utf8)
    let heading = try #require(PhaseHeading(bytes, ByteRange(0, bytes.count)))
    #expect(heading.number == number)
    #expect(heading.isTitle)
  }

  @Test(
    "other headings do not name a phase",
    arguments: ["Phases", "Phase", "Phase two", "Notes on phase 2", "", "Phase a new plan"])
  func noPhase(text: String) {
    let bytes = Array(text.utf8)
    #expect(PhaseHeading(bytes, ByteRange(0, bytes.count)) == nil)
  }

  @Test(
    "a status is the beginning of a value",
    arguments: [
      ("complete (2026-03-04)", "complete", "complete"),
      ("in_progress, nearly", "in_progress", "in_progress"),
      ("In Progress", "In Progress", nil), ("✅ complete", "✅ complete", nil), ("on hold", "on hold", nil),
      ("not started yet", "not started", nil), ("complete.", "complete", "complete"),
      ("pending review", "pending", "pending"), ("completed", "completed", "complete"),
      ("[complete]", "[complete]", nil), ("~~pending~~ complete", "~~pending~~ complete", nil),
    ] as [(String, String, String?)])
  func status(value: String, text: String, standard: String?) throws {
    let source = SourceText(path: "task_plan.md", bytes: Array(value.utf8))
    let status = try #require(PhaseStatus(source, ByteRange(0, source.bytes.count)))
    #expect(status.place.text == text)
    #expect((status.reading.isUnderstood ? status.reading.word?.text : nil) == standard)
  }

  @Test(
    "a line with a colon is a field",
    arguments: [
      ("- **Status:** done", "Status", "done"), ("**Status**: `done`", "Status", "done"),
      ("  1. Status: done", "Status", "done"), ("- **状态：** done", "状态", "done"), ("Status:", "Status", ""),
    ])
  func field(line: String, name: String, value: String) throws {
    let source = SourceText(path: "a.md", bytes: Array(line.utf8))
    let field = try #require(LineField(source.bytes, ByteRange(0, source.bytes.count)))
    #expect(source.text(field.name) == name)
    #expect(source.text(field.value) == value)
  }

  @Test("a line without a name is not a field", arguments: ["no colon", ": value", "", "- "])
  func noField(line: String) {
    let bytes = Array(line.utf8)
    #expect(LineField(bytes, ByteRange(0, bytes.count)) == nil)
  }

  @Test("entries of a list of tracks have a mark and the first link below them")
  func tracks() {
    let text = """
      ## [ ] Track: A
      Link: [a](./tracks/a/)
      ---
      - [X] **Track: B**
        see [docs](https://example.com) and [b](<./tracks/b/>)

      - [x] **Track: D** with [notes](./archive/d/notes.md)

      ## [ ] Tracked things
      ## [ ~ ] Track: C
      ## Notes
      [n](./notes/)
      """
    let file = PlanFile(SourceText(path: "tracks.md", bytes: Array(text.utf8)), .markdown)
    let entries = TrackEntry.all(in: file)
    #expect(entries.map(\.title) == ["A", "B", "D", "C"])
    #expect(entries.map { $0.link?.text } == ["./tracks/a/", "./tracks/b/", "./archive/d/notes.md", nil])
    #expect(entries.map(\.correction) == [nil, nil, nil, "[~]"])
  }
}
