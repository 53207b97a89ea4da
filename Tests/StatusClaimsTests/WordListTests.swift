import StatusText
import Testing

@testable import StatusClaims

/// Words that are remarks in some places, and words of the text in others.
@Suite struct WordListTests {
  private func bytes(_ text: String) -> ([UInt8], ByteRange) {
    let bytes = Array(text.utf8)
    return (bytes, ByteRange(0, bytes.count))
  }

  @Test(
    "a remark stands at the start, in brackets, or after a dash or colon",
    arguments: [
      "deferred", "**Deferred** to the next release", "Read the log (deferred)", "Read the log [Skipped]",
      "Read the log - not needed", "Read the log — postponed", "Read the log: N/A", "⏭️ skipped",
      "Read the log (deferred-to-v2)", "Read the log (skip)", "Read the log — defer",
      "Read the log (deferred - see below)",
      "Read the log（可选）", "~~Read the log~~ (won't do because of #7)",
    ])
  func remark(text: String) {
    let (bytes, range) = bytes(text)
    #expect(WordList.dropped.isRemark(in: bytes, range))
  }

  @Test(
    "the same words in running text are not remarks",
    arguments: [
      "Remove the deferred queue", "Skip-list for the index", "Optional fields of the form",
      "Read the log (deferred queue)", "Show skipped rows", "Undeferred work", "",
      "Read the log: skip if it is empty", "Read the log (skip for tests)", "Defer to the server",
    ])
  func text(text: String) {
    let (bytes, range) = bytes(text)
    #expect(!WordList.dropped.isRemark(in: bytes, range))
  }

  @Test(
    "a headline begins with a word, or has it in brackets",
    arguments: [
      ("Future work", true), ("Polish (optional)", true), ("**Out of scope** for now", true),
      ("Work on the future", false), ("Polish, optional", false),
      ("Future-proof storage", false), ("Future - maybe", true),
    ])
  func headline(text: String, isAside: Bool) {
    let (bytes, range) = bytes(text)
    #expect(WordList.aside.isHeadline(in: bytes, range) == isAside)
  }

  @Test("two lists together have the words of both")
  func sum() {
    let (bytes, range) = bytes("later")
    #expect(!WordList.dropped.isRemark(in: bytes, range))
    #expect((WordList.dropped + WordList(["later"])).isRemark(in: bytes, range))
  }
}
