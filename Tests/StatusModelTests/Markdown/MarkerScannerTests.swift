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
    ("`[PLANNED]`", "[PLANNED]", .standard(.planned)),
    ("\u{2705} [COMPLETED]", "[COMPLETED]", .standard(.completed)),
    ("COMPLETED (Started: 2025-12-22)", "COMPLETED", .spelling(.completed)),
    ("Not Started", "Not Started", .spelling(.notStarted)),
    ("Complete \u{2705}", "Complete", .spelling(.completed)),
    ("Blocked tasks are listed below", "Blocked tasks are listed below", .unknown(suggestion: .blocked)),
    ("COMPLETED via Task 249", "COMPLETED via Task 249", .worded(.completed)),
    ("[COMPLETED via Task 249]", "[COMPLETED via Task 249]", .worded(.completed)),
    ("Excellent", "Excellent", .unknown(suggestion: nil)),
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
  ])
  func headings(_ text: String, _ marker: String) throws {
    #expect(try #require(heading(text)).text == marker)
  }

  @Test(arguments: [
    "Phase 1: Dig", "Phase 1: Use the [API] of the shed", "Phase 1: See [the map](map.md)",
    "Phase 1: Dig [x]",
    "Phase 1: Dig [optional]", "Phase 1: Dig `[COMPLETED]`", "Phase 1: Dig [1]", "Phase 1: ]]][[[", "",
  ])
  func headingsWithoutMarker(_ text: String) {
    #expect(heading(text) == nil)
  }
}
