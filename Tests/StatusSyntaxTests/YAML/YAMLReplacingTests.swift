import StatusSyntax
import StatusText
import Testing

/// A scalar is replaced in its own quotes, and nothing else changes.
struct YAMLReplacingTests {
  @Test(
    "keeps quotes, comments and line endings",
    arguments: [
      ("a: To Do  # b\r\n", "Done", "a: Done  # b\r\n"),
      ("a: 'x' # b", "it's", "a: 'it''s' # b"),
      ("a: \"x\"", "say \"hi\"\\", "a: \"say \\\"hi\\\"\\\\\""),
      ("a: 'x'", "two\nlines", "a: \"two\\nlines\""),
      ("a: x", "b: c", "a: \"b: c\""),
      ("a: x", "b #c", "a: \"b #c\""),
      ("a: x", "@b", "a: \"@b\""),
      ("a: x", "- b", "a: \"- b\""),
      ("a: x", "-b", "a: -b"),
      ("a: x", "yes", "a: \"yes\""),
      ("a: x", "", "a: \"\""),
      ("a: x", "3", "a: \"3\""),
      ("a: 2", "3", "a: 3"),
      ("a: 2026-03-02", "2026-03-03 10:00", "a: 2026-03-03 10:00"),
      ("a:\nb: c", "x", "a: x\nb: c"),
      ("a:  # c\n", "x", "a: x  # c\n"),
      ("a: ~", "x", "a: x"),
      ("a: [b, c]", "x", "a: [x, c]"),
      ("a: [b, c]", "x, y", "a: [\"x, y\", c]"),
      ("a: >-\n  b\n  c\n\nd: e", "x", "a: x\n\nd: e"),
    ])
  func replaces(before: String, text: String, after: String) throws {
    let source = SourceText(before)
    let value = try #require(YAMLTree(source).root?["a"])
    let edit = try #require((value.elements.first { _ in true } ?? value).replacing(with: text))
    let bytes = try #require(EditSet([edit])?.applied(to: source.bytes))
    #expect(String(decoding: bytes, as: UTF8.self) == after)
  }

  @Test("numbers are text of digits, and dates are not numbers")
  func knowsNumbers() throws {
    func plain(_ text: String) throws -> Bool {
      let value = try #require(YAMLTree(SourceText("a: x")).root?["a"])
      return try #require(value.replacing(with: text)).replacement == Array(text.utf8)
    }
    for number in ["0", "-1", "+2.5", "1e9", "1_000", "0x1F", "0o7", ".5", "12:30", ".inf", "1."] {
      #expect(try !plain(number), "\(number)")
    }
    for text in ["1-2", "2026-03-02", "1a", ".", "v1", "e9", "1e", "0xg-h"] {
      #expect(try plain(text), "\(text)")
    }
  }
}
