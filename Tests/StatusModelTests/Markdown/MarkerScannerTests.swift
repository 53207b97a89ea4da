import StatusText
import Testing

@testable import StatusModel

struct MarkerScannerTests {
  private func value(_ text: String) -> (text: String, reading: MarkerReading)? {
    let source = SourceText(text)
    let scanner = MarkerScanner(source.bytes, vocabulary: Profile.opencode.vocabulary)
    return scanner.marker(inValue: ByteRange(0, source.bytes.count)).map {
      (source.text($0.range), $0.reading)
    }
  }

  private func heading(_ text: String) -> (text: String, reading: MarkerReading)? {
    let source = SourceText(text)
    let scanner = MarkerScanner(source.bytes, vocabulary: Profile.opencode.vocabulary)
    return scanner.marker(inHeading: ByteRange(0, source.bytes.count)).map {
      (source.text($0.range), $0.reading)
    }
  }

  @Test(arguments: [
    ("[COMPLETED]", "[COMPLETED]", MarkerReading.standard(.completed)),
    ("[BLOCKED] - no licence", "[BLOCKED]", .standard(.blocked)),
    ("**[COMPLETED]**", "[COMPLETED]", .standard(.completed)),
    ("`[PLANNED]`", "`[PLANNED]`", .spelling(.planned)),
    ("\u{2705} [COMPLETED]", "[COMPLETED]", .standard(.completed)),
    ("COMPLETED (Started: 2025-12-22)", "COMPLETED", .spelling(.completed)),
    ("Not Started", "Not Started", .spelling(.notStarted)),
    ("Complete \u{2705}", "Complete", .spelling(.completed)),
    ("Blocked tasks are listed below", "Blocked tasks are listed below", .unknown(suggestion: .blocked)),
    ("COMPLETED via Task 249", "COMPLETED via Task 249", .worded(.completed)),
    ("[COMPLETED via Task 249]", "[COMPLETED via Task 249]", .worded(.completed)),
    ("Excellent", "Excellent", .unknown(suggestion: nil)),
    ("\\[IN PROGRESS\\]", "\\[IN PROGRESS\\]", .spelling(.inProgress)),
    ("\\[COMPLETED]", "\\[COMPLETED]", .spelling(.completed)),
    ("NOT STARTED]", "NOT STARTED]", .spelling(.notStarted)),
    ("NOT STARTED\\] - soon", "NOT STARTED\\]", .spelling(.notStarted)),
    ("[NOT STARTED", "[NOT STARTED", .spelling(.notStarted)),
    ("[BLOCKED - no licence", "[BLOCKED", .spelling(.blocked)),
    ("[COMPLETED via Task 249", "[COMPLETED via Task 249", .worded(.completed)),
    ("(Completed)", "(Completed)", .spelling(.completed)),
    ("[NOT\u{A0}STARTED]", "[NOT\u{A0}STARTED]", .spelling(.notStarted)),
    ("IN\u{2011}PROGRESS", "IN\u{2011}PROGRESS", .spelling(.inProgress)),
    ("\u{A0}[COMPLETED]", "[COMPLETED]", .standard(.completed)),
    ("[COMPLETED] [PASS]", "[COMPLETED]", .standard(.completed)),
    ("[PASS] [COMPLETED]", "[COMPLETED]", .standard(.completed)),
    ("[PLANNED/BLOCKED]", "[PLANNED/BLOCKED]", .ambiguous([.planned, .blocked])),
    ("PLANNED/BLOCKED", "PLANNED/BLOCKED", .ambiguous([.planned, .blocked])),
    ("COMPLETED?", "COMPLETED?", .ambiguous([.completed])),
    ("COMPLETED - BLOCKED tests were skipped", "COMPLETED", .spelling(.completed)),
    (
      "[NOT STARTED \u{2192} COMPLETED", "[NOT STARTED \u{2192} COMPLETED",
      .ambiguous([.notStarted, .completed])
    ),
    ("NOT STARTED -> COMPLETED", "NOT STARTED -> COMPLETED", .ambiguous([.notStarted, .completed])),
    ("~~[COMPLETED]~~ [NOT STARTED]", "[NOT STARTED]", .standard(.notStarted)),
    ("<!-- [COMPLETED] --> [NOT STARTED]", "[NOT STARTED]", .standard(.notStarted)),
    ("[NOT STARTED][^1]", "[NOT STARTED]", .standard(.notStarted)),
  ])
  func values(_ text: String, _ marker: String, _ reading: MarkerReading) throws {
    let found = try #require(value(text))
    #expect(found.text == marker)
    #expect(found.reading == reading)
  }

  @Test func anEmptyValueHasNoMarker() {
    #expect(value("") == nil)
  }

  @Test(arguments: [
    ("Phase 1: Dig [COMPLETED]", "[COMPLETED]"), ("Phase 1: Dig [COMPLETED] \u{2705}", "[COMPLETED]"),
    ("Phase 1: Dig [BLOCKED] - frozen", "[BLOCKED]"), ("Phase 1: Dig [BLOCKED] (2026-01-02)", "[BLOCKED]"),
    ("Phase 1: [DRAFT] Dig [NOT STARTED]", "[NOT STARTED]"), ("Phase 1: Dig [DONE]", "[DONE]"),
    ("Phase 1: Dig [Done]", "[Done]"), ("Phase 1: Dig [QUEUED]", "[QUEUED]"),
    ("Phase 1: Dig [COMPLETED] [PASS]", "[COMPLETED]"),
    ("Phase 1: Dig [BLOCKED] \u{2014} was [IN PROGRESS]", "[BLOCKED]"),
    ("Phase 1: Parse [COMPLETED] markers [NOT STARTED]", "[NOT STARTED]"),
    ("Phase 1: [PLANNED] \u{2192} [IMPLEMENTING] rules [COMPLETED]", "[COMPLETED]"),
    ("Phase 1: Dig \\[COMPLETED\\]", "\\[COMPLETED\\]"), ("Phase 1: Dig COMPLETED]", "COMPLETED]"),
    ("Phase 1: Dig [COMPLETED", "[COMPLETED"), ("Phase 1: Dig - NOT STARTED", "- NOT STARTED"),
    ("Phase 1: Dig \u{2014} Complete", "\u{2014} Complete"), ("Phase 1: Dig (Completed)", "(Completed)"),
    ("Phase 1: Dig - In Progress (2026-01-02)", "- In Progress"),
    ("Phase 1: Dig \u{2713} DONE [BLOCKED", "[BLOCKED"),
    ("Phase 1: Dig \u{2705} Complete", "Complete"), ("**Phase 1: Dig - NOT STARTED**", "- NOT STARTED"),
    ("Phase 1: Dig - **NOT STARTED**", "- **NOT STARTED**"), ("Phases 3-5: BLOCKED", "BLOCKED"),
    ("Phase 1: Use the [API] - COMPLETED", "- COMPLETED"),
    ("Phase 1: Dig [NOT STARTED \u{2192} COMPLETED]", "[NOT STARTED \u{2192} COMPLETED]"),
    ("Phase 1: Dig [NOT STARTED \u{2192} COMPLETED", "[NOT STARTED \u{2192} COMPLETED"),
    ("Phase 1: Dig [COMPLETED - NOT STARTED]", "[COMPLETED - NOT STARTED]"),
    ("Phase 1: Dig [STATUS: COMPLETED]", "[STATUS: COMPLETED]"),
    ("Phase 1: Dig <!-- then [COMPLETED] --> [NOT STARTED]", "[NOT STARTED]"),
    ("Phase 1: Dig ~~was [COMPLETED]~~ [NOT STARTED]", "[NOT STARTED]"),
    ("~~Phase 1: Dig [ABANDONED]~~", "[ABANDONED]"), ("Phase 1: ~~Dig [ABANDONED]~~", "[ABANDONED]"),
    ("Phase 1: Match `[` and dig - COMPLETED", "- COMPLETED"),
    ("Phase 1: Dig [NOT STARTED][PASS]", "[NOT STARTED]"),
    ("Phase 1: Dig [NOT STARTED][^1]", "[NOT STARTED]"),
  ])
  func headings(_ text: String, _ marker: String) throws {
    #expect(try #require(heading(text)).text == marker)
  }

  @Test(arguments: [
    "Phase 1: Dig", "Phase 1: Use the [API] of the shed", "Phase 1: See [the map](map.md)",
    "Phase 1: Dig [x]",
    "Phase 1: Planning", "Phase 2: Roll-out - Planning", "Phase 3: Find what is BLOCKED",
    "Phase 4: Non-BLOCKED",
    "Phase 5: Caf\u{E9} COMPLETED", "Phase 6: Dig (completed last week)", "PHASE 7: PLANNING",
    "Phase 8: Dig (partial)",
    "Phase 9: a step - Proof Completed", "Phase 1: Dig [the old COMPLETED flag]",
    "Phase 1: Dig [optional]", "Phase 1: Dig `[COMPLETED]`", "Phase 1: Dig [1]",
    "Phase 1: Dig `COMPLETED]", "Phase 1: Dig `[COMPLETED}`", "Phase 1: Dig `(COMPLETED)`",
    "Phase 1: Dig - `COMPLETED`", "Phase 1: Dig \u{2705} `COMPLETED`", "Phase 1: DIG: `COMPLETED`",
    "Phase 1: Dig `\u{3010}COMPLETED\u{3011}`", "Phase 1: Dig COMPLETED](map.md)",
    "Phase 1: Dig [COMPLETED}(map.md)", "Phase 1: Dig - COMPLETED(map.md)", "Phase 1: ]]][[[", "",
    "Phase 1: Dig <!-- [COMPLETED] -->", "Phase 1: Dig ~~[COMPLETED]~~", "Phase 1: Dig [COMPLETED][log]",
    "Phase 1: Dig NOT STARTED \u{2192} COMPLETED", "Phase 1: Dig <!-- <COMPLETED> -->",
  ])
  func headingsWithoutMarker(_ text: String) {
    #expect(heading(text) == nil)
  }

  @Test(arguments: [
    ("[COMPLETED]", "[COMPLETED]"), ("\\[COMPLETED\\]", "\\[COMPLETED\\]"), ("NOT STARTED]", "NOT STARTED]"),
    ("[BLOCKED] - no licence", "[BLOCKED]"), ("**NOT STARTED**", "**NOT STARTED**"),
    ("[COMPLETED] [PASS]", "[COMPLETED]"),
  ])
  func lines(_ text: String, _ marker: String) throws {
    #expect(try #require(line(text)) == marker)
  }

  @Test(arguments: [
    "Completed", "[COMPLETED] Write it", "[x] Dig", "Blocked tasks are below", "**Blocked**: 2026-01-02",
  ])
  func linesWithoutMarker(_ text: String) {
    #expect(line(text) == nil)
  }

  private func line(_ text: String) -> String? {
    let source = SourceText(text)
    let scanner = MarkerScanner(source.bytes, vocabulary: Profile.opencode.vocabulary)
    return scanner.marker(aloneOn: ByteRange(0, source.bytes.count)).map { source.text($0.range) }
  }
}
