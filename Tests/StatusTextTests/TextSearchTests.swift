import StatusText
import Testing

@Suite("Search for a text")
struct TextSearchTests {
  @Test(
    "a text contains its parts, and nothing else",
    arguments: [
      ("plans/01.md", "plans/", true), ("plans/01.md", ".md", true), ("plans", "plans", true),
      ("plan", "plans", false),
      ("aab", "ab", true), ("", "", true), ("a", "", true), ("", "a", false), ("é", "\u{301}", false),
      ("e\u{301}", "e", true),
    ])
  func parts(text: String, part: String, isPart: Bool) {
    #expect(text.contains(text: part) == isPart)
    #expect(text[...].contains(text: part) == isPart)
    #expect(Array(text.utf8).contains(text: part) == isPart)
  }

  @Test(
    "each part is replaced once, from the start on",
    arguments: [
      ("a-b-c", "-", "+", "a+b+c"), ("aaa", "aa", "b", "ba"), ("abc", "x", "y", "abc"), ("ab", "ab", "", ""),
      ("", "a", "b", ""), ("aa", "a", "aa", "aaaa"),
    ])
  func replaced(text: String, part: String, replacement: String, expected: String) {
    #expect(text.replacing(text: part, with: replacement) == expected)
  }
}
