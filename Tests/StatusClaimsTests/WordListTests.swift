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
      "(skip) Read the log", "[SKIP] Read the log", "Skip: read the log", "Read the log (skip): no log",
      "Read the log **(skip)**.", "Read the log: skip", "**Skip** — no log", "Skip - no log",
      "Read the log（skip）",
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
      "Add a button (skip) to the form", "Handle an empty line (skip) and go on",
      "Add the `[skip]` tag to the list",
      "Skip (broken) tests", "Skip 3 rows", "Skip `null`", "Read the log: skip, then go on",
      "Show (skip), (back)",
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
