import StatusText
import Testing

@testable import StatusClaims

/// The number at the beginning of a task.
@Suite struct TaskIDTests {
  private func id(_ text: String, _ ids: CheckboxDialect.Ids) -> TaskID? {
    let bytes = Array(text.utf8)
    return TaskID(bytes, ByteRange(0, bytes.count), ids)
  }

  @Test(
    "a dotted number needs a dot, a parenthesis or a second part",
    arguments: [
      ("1.2 Read", "1.2"), ("1.2a Read", "1.2a"), ("1. Read", "1"), ("3) Read", "3"), ("**1.2** Read", "1.2"),
      ("1.2. Read", "1.2"), ("1.2: Read", "1.2"), ("1 Read", nil), ("1.2x4 Read", nil), ("2fa", nil),
      ("", nil),
    ] as [(String, String?)])
  func dotted(text: String, expected: String?) {
    #expect(id(text, .dotted)?.text == expected)
  }

  @Test(
    "a bare number counts where the format writes it",
    arguments: [("1 Read", "1"), ("A-1.2 Read", "A-1.2"), ("a-1 Read", nil), ("10", "10")]
      as [(String, String?)])
  func bare(text: String, expected: String?) {
    #expect(id(text, .dottedOrBare)?.text == expected)
  }

  @Test(
    "a task of spec-kit has a T and at least two digits",
    arguments: [
      ("T012 Read", "T012"), ("T012a Read", "T012a"), ("T012-TEST Read", "T012-TEST"),
      ("T004-T006 Read", "T004"), ("T1 Read", nil), ("TX12 Read", nil), ("T012' Read", "T012'"),
    ] as [(String, String?)])
  func tasks(text: String, expected: String?) {
    #expect(id(text, .tasks)?.text == expected)
  }

  @Test(
    "a number with a hash", arguments: [("#1 Read", "#1"), ("#x", nil), ("1", nil)] as [(String, String?)])
  func hashed(text: String, expected: String?) {
    #expect(id(text, .hashed)?.text == expected)
  }

  @Test("a star after a number makes a task optional, emphasis does not")
  func optional() {
    #expect(id("1.2* Read", .dotted)?.isOptional == true)
    #expect(id("**1.2** Read", .dotted)?.isOptional == false)
  }
}
