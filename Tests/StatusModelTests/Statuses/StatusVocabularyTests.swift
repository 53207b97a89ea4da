import Testing

@testable import StatusModel

struct StatusVocabularyTests {
  private let vocabulary = Profile.claude.vocabulary

  private func reading(_ text: String) -> MarkerReading {
    vocabulary.reading(ofMarker: Array(text.utf8)[...])
  }

  @Test("any number of decorations is taken away")
  func manyDecorations() {
    let signs = String(repeating: "\u{2705} *", count: 100_000)
    #expect(reading("\(signs) COMPLETED") == .worded(.completed))
    #expect(reading(signs) == .unknown(suggestion: nil))
  }

  @Test(arguments: [
    ("NOT STARTED", MarkerReading.standard(.notStarted)), ("COMPLETED", .standard(.completed)),
    ("PR READY", .standard(.prReady)), ("Completed", .spelling(.completed)),
    ("COMPLETE", .spelling(.completed)),
    (" IN PROGRESS ", .spelling(.inProgress)), ("in_progress", .spelling(.inProgress)),
    ("IN-PROGRESS", .spelling(.inProgress)), ("NotStarted", .spelling(.notStarted)),
    ("COMPLETED via Task 249", .worded(.completed)), ("COMPLETED 2026-01-05T10:00:00Z", .worded(.completed)),
    ("FAILED", .undecided), ("failed", .undecided), ("DONE", .unknown(suggestion: .completed)),
    ("COMPLETD", .unknown(suggestion: .completed)), ("BLOKCED", .unknown(suggestion: .blocked)),
    ("COMPLETELY", .unknown(suggestion: .completed)), ("BANANA", .unknown(suggestion: nil)),
    ("", .unknown(suggestion: nil)),
    ("NOT\u{202F}STARTED", .spelling(.notStarted)), ("PLANNED/BLOCKED", .ambiguous([.planned, .blocked])),
    ("COMPLETED 90%", .ambiguous([.completed])), ("COMPLETED?", .ambiguous([.completed])),
    ("COMPLETED 3/5", .ambiguous([.completed])), ("COMPLETED 5/5", .worded(.completed)),
    ("COMPLETED 100%", .worded(.completed)), ("COMPLETED 12/28/2025", .worded(.completed)),
    ("MOSTLY COMPLETED", .ambiguous([.completed])), ("Planned or Blocked", .ambiguous([.planned, .blocked])),
    ("NOT STARTED \u{2192} IN PROGRESS", .ambiguous([.notStarted, .inProgress])),
    ("BLOCKED: which vendor?", .worded(.blocked)), ("BLOCKED by task 3/4", .worded(.blocked)),
    ("COMPLETED, was blocked before", .worded(.completed)), ("IN PROGRESS 50%", .worded(.inProgress)),
    ("COMPLETED 3 of 5", .ambiguous([.completed])), ("COMPLETED 3 out of 5", .ambiguous([.completed])),
    ("COMPLETED 5 of 5", .worded(.completed)), ("COMPLETED or not?", .ambiguous([.completed])),
    ("COMPLETED in part", .ambiguous([.completed])), ("COMPLETED half", .ambiguous([.completed])),
    ("COMPLETED as part of task 7", .worded(.completed)), ("PARTLY COMPLETED", .ambiguous([.completed])),
    ("not started \u{2192} completed", .ambiguous([.notStarted, .completed])),
    ("**COMPLETED**", .spelling(.completed)), ("`NOT STARTED`", .spelling(.notStarted)),
    ("_In Progress_", .spelling(.inProgress)), ("* COMPLETED", .spelling(.completed)),
    ("\u{2705} COMPLETED", .worded(.completed)), ("\u{1F6A7} in progress", .worded(.inProgress)),
    ("\u{2714}\u{FE0F} **COMPLETED** via 3", .worded(.completed)),
    ("\u{2705} COMPLETED/BLOCKED", .ambiguous([.completed, .blocked])),
    ("\u{2260} COMPLETED", .ambiguous([.completed])), ("\u{2705}", .unknown(suggestion: nil)),
  ])
  func markers(_ text: String, _ expected: MarkerReading) {
    #expect(reading(text) == expected)
  }

  @Test(arguments: [
    "INCOMPLETE", "IMCOMPLETE", "UNCOMPLETED", "UNBLOCKED", "UNPLANNED", "NO PROGRESS", "NOT BLOCKED",
    "UN-BLOCKED",
    "IN-COMPLETE",
    "NOT YET: COMPLETED", "NOW STARTED", "NON-PROGRESS",
  ])
  func denials(_ text: String) {
    #expect(reading(text) == .unknown(suggestion: nil))
  }

  /// A longer word around a status is another word.
  @Test(arguments: [
    "REBLOCKED", "PREPLANNED", "OUTPLANNED", "PLANNEDLY", "DEBLOCKED", "REPLANNED",
  ])
  func otherWords(_ text: String) {
    #expect(reading(text) == .unknown(suggestion: nil))
  }

  @Test(arguments: [
    ("PLANNEDD", Status.planned), ("BBLOCKED", .blocked), ("RESEACHED", .researched),
    ("INPLEMENTING", Status.implementing), ("IN PROGRES", .inProgress), ("NOT STRATED", .notStarted),
  ])
  func misspellings(_ text: String, _ status: Status) {
    #expect(reading(text) == .unknown(suggestion: status))
  }

  @Test func statesOfFilesHaveTheirOwnSpelling() {
    #expect(vocabulary.reading(ofValue: Array("in_progress".utf8)[...]) == .standard(.inProgress))
    #expect(vocabulary.reading(ofValue: Array("IN PROGRESS".utf8)[...]) == .spelling(.inProgress))
  }

  @Test func profilesDiffer() {
    let expanded = Array("EXPANDED".utf8)[...]
    #expect(Profile.claude.vocabulary.reading(ofMarker: expanded) == .standard(.expanded))
    #expect(Profile.opencode.vocabulary.reading(ofMarker: expanded).status == nil)
  }

  @Test func everyStandardMarkerReadsAsItself() {
    for entry in vocabulary.entries {
      #expect(reading(entry.marker) == .standard(entry.status))
      #expect(vocabulary.reading(ofValue: Array(entry.value.utf8)[...]) == .standard(entry.status))
    }
  }

  @Test func aStatusOfAnotherVocabularyIsNeverDone() {
    #expect(!vocabulary.isTerminal(Status(code: 200)))
  }
}
