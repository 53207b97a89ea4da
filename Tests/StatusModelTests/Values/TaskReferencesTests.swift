import StatusSyntax
import StatusText
import StatusTestSupport
import Testing

@testable import StatusModel

/// The tasks that the values of dependency fields name.
struct TaskReferencesTests {
  static let values: [(String, [Int])] = [
    // Lists.
    ("183", [183]), ("183, 184", [183, 184]), ("183,184", [183, 184]), (" 183 ; 184\t", [183, 184]),
    ("12 and 13", [12, 13]), ("12, 13, and 14", [12, 13, 14]), ("12 & 13", [12, 13]), ("12 or 13", [12, 13]),
    ("[183, 184]", [183, 184]), ("12.", [12]), ("007", [7]), ("12, 12, 13, 12", [12, 13]), ("**12**", [12]),
    ("[183](specs/183_x/), 184", [183, 184]), ("12 (completed), 13 (see 14)", [12, 13]),
    ("12 - all of it", [12]),
    ("12 — 3 hours of work", [12]), ("12: the parser", [12]), ("0", []), ("12, 0", [12]),
    ("~~12~~, 13", [13]),
    ("`12`, 13", [13]), ("12 <!-- not 13 -->, 14", [12, 14]), ("12 (a (b) 13), 14", [12, 14]),
    ("12 (13, 14", [12]),
    // Named.
    ("#12", [12]), ("#12, #13", [12, 13]), ("#12 #13", [12, 13]), ("#12, 13", [12, 13]), ("Task 12", [12]),
    ("task 12", [12]), ("Task #183, Task #184", [183, 184]), ("Tasks 15, 18 and 20", [15, 18, 20]),
    ("Task: 12", [12]),
    ("Task **12**", [12]), ("[Task 12](../12_x), Task 13", [12, 13]), ("Tasks #1, #2", [1, 2]),
    ("TASK 12", [12]),
    ("Task 12's plan", [12]), ("Task12", [12]), ("OC_511", [511]), ("OC_511, OC_512 (first)", [511, 512]),
    ("Task OC_511", [511]), ("Tasks 12 (x), 13 (y) — both complete", [12, 13]), ("Task 12 Phase 3, 4", [12]),
    ("Task 12 (partial), Task 13", [12, 13]), ("TODO tasks 9 & 10 entries; the rest", [9, 10]),
    // Ranges.
    ("105-107", [105, 106, 107]), ("Tasks 105–107", [105, 106, 107]),
    ("Task 105-107 (done)", [105, 106, 107]),
    ("105 - 107", [105, 106, 107]), ("#105-#107", [105, 106, 107]), ("Task 105 - Task 107", [105, 106, 107]),
    ("105 to 107, 110", [105, 106, 107, 110]), ("Tasks 105 through 107", [105, 106, 107]), ("12-12", [12]),
    ("OC_5-OC_7", [5, 6, 7]), ("OC_5-7", [5, 6, 7]), ("3, 5-7, 6-8", [3, 5, 6, 7, 8]), ("0-2", [1, 2]),
    ("107-105", []), ("1-1002", []), ("1-99999999999, 5", [5]), ("1-1002, 5", [5]), ("Task 12 - 9", [12]),
    ("Task 12 – 5000", [12]),
    ("12 - 3 files", [12]), ("9-12 hours", []), ("2025-12-28", []), ("12-13-14", []), ("Task 12-", [12]),
    // Words.
    ("Requires Task 12 (proofs)", [12]), ("Related to Tasks 9, 10, 11", [9, 10, 11]), ("needs 3 files", []),
    ("2 hours", []), ("12, 2 hours", [12]), ("12 of 15 phases", []), ("12 and 3 files", [12]),
    ("Tasks 12, 3 files", [12]),
    ("Phase 1", []), ("Phases 1-3, 5", []), ("Phase 2 of task 12, 13", [12, 13]),
    ("Requires Layer 1 completion", []),
    ("Soundness (Complete), Deduction Theorem (Complete)", []), ("research-9.md", []), ("Metalogic_v2", []),
    ("blocking subtasks 118-125", []), ("branch `task-9-x`", []), ("task-9-x", []), ("task_9", []),
    ("package 9.9.9", []),
    ("Task 9.1", []), ("Task 9a", []), ("9a", []), ("9.1", []), ("50%", []), ("3/4", []), ("12-based", []),
    ("Task", []),
    ("Tasks and 12", []), ("Parent task 12 (blocked on x)", [12]), ("Uses 12. Task 13. 14", [13]),
    ("New Task 9, because 3 more are needed", [9]), ("Task 12345678", []), ("12345678", []),
    ("9999999", [9_999_999]),
    // Elsewhere.
    ("Other:291", []), ("Other:291, Task 12", [12]), ("12, Other:291", [12]), ("owner/repo#12", []),
    ("repo#12", []),
    ("PR #12", []), ("see issue #12", []), ("https://example.org/x#12", []), ("TIMEOUT_MS_5000", []),
    ("Z3_4.8", []),
  ]

  @Test("numbers that mean tasks are read, others are not", arguments: values)
  func reads(value: String, numbers: [Int]) {
    let references = TaskReferences(value)
    #expect(references.numbers == numbers)
    #expect(!references.isNone)
    let bytes = Array(value.utf8)
    for item in references.items {
      #expect(item.range.upper <= bytes.count)
      let text = String(decoding: bytes[item.range.indices], as: UTF8.self)
      #expect(text.contains { $0.isNumber })
      if !text.contains(where: { "-–to".contains($0) }) { #expect(text.hasSuffix("\(item.number)")) }
    }
  }

  @Test(
    "none is said in many ways",
    arguments: [
      "", " ", "None", "none", "NONE", "None.", "none (12 is done)", "None. Blocks task 12.",
      "None (Task 12 is done)", "-",
      "–", "—", " - ", "N/A", "n/a", "null", "Nothing", "[]", "`None`", "**None**", "(none)",
      "None outstanding. Task 12",
      "None - see Task 12", "_None_", "--",
    ])
  func knowsNone(value: String) {
    #expect(TaskReferences(value).isNone)
    #expect(TaskReferences(value).items.isEmpty)
  }

  @Test("a word that only begins like none is another word")
  func nonesuch() {
    for value in ["Nonetheless Task 12", "Nullable, Task 12", "- 12 and Task 12", "Not Task 12", "n Task 12"]
    {
      #expect(TaskReferences(value).numbers == [12], "\(value)")
    }
  }

  @Test("ranges are offsets in the file")
  func rangesAreAbsolute() {
    let source = SourceText("- **Dependencies**: 12, Tasks 105-106, #7\n")
    let references = TaskReferences(source, in: ByteRange(20, 41))
    #expect(references.items.map { source.text($0.range) } == ["12", "105-106", "105-106", "7"])
    #expect(references.numbers == [12, 105, 106, 7])
  }

  @Test(
    "a value below its name is a list, whatever its marks are",
    arguments: [
      ("\n  - 77", [77]), ("\n  - 77, 78\n  - #79", [77, 78, 79]), ("\n  * 77: the parser\n", [77]),
      ("\n  1. 77\n  2. 78", [77, 78]), ("\n  - [ ] 77\n  - [x] 78 (done)", [77, 78]),
      ("\n  77\n  78", [77, 78]),
      ("\n  - None", []), ("\n  - 3 files", []), ("\n  - 77 - the parser\n  - 77", [77]),
      ("\n  - **77**", [77]),
      ("\n  - 1-3", [1, 2, 3]), ("\n  -77", []), ("\n  - [77]", [77]),
    ] as [(String, [Int])])
  func lines(_ text: String, _ numbers: [Int]) throws {
    let source = SourceText("### 1. A\n- **Status**: [NOT STARTED]\n- **Dependencies**:\(text)\n")
    let parser = TaskListParser(source, MarkdownOutline(source), vocabulary: Profile.opencode.vocabulary)
    #expect(try #require(parser.parse().tasks.first).dependencies.map(\.number) == numbers)
  }

  @Test("many and long ranges are bounded", .timeLimit(.minutes(1)))
  func isBounded() {
    let many = (0..<200).map { "\($0 * 1000 + 1)-\($0 * 1000 + 1000)" }.joined(separator: ", ")
    #expect(TaskReferences(many).items.count == TaskReferences.mostItems)
    #expect(TaskReferences("1-1001").items.count == 1001)
    for piece in ["1 ", "(", "`", "~~", "<!--", "#", "# ", "Task ", "1-", "1 - ", "[", "A_", " ", "to "] {
      let text = "x" + String(repeating: piece, count: 100_000 / piece.utf8.count)
      #expect(TaskReferences(text).items.count <= 1, "\(piece)")
    }
  }

  @Test("any text is read without a fault")
  func survivesAnyText() {
    let pieces = [
      "Task", "tasks", " ", "#", "12", "-", "–", "—", ",", "(", ")", "`", "~~", "<!--", "-->", "OC_", "_",
      ":", "None", ".", "/",
      "and", "to", "\u{E9}", "[", "]", "99999999", "0",
    ]
    var random = SplitMix64(seed: 12)
    for _ in 0..<5000 {
      let count = Int.random(in: 0...12, using: &random)
      var bytes = (0..<count).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
      if Bool.random(using: &random), !bytes.isEmpty { bytes.removeLast() }
      let references = bytes.withUnsafeBufferPointer { TaskReferences($0, offset: 5) }
      #expect(Set(references.numbers).count == references.items.count)
      #expect(references.items.allSatisfy { $0.range.lower >= 5 && $0.range.upper <= 5 + bytes.count })
    }
  }
}
