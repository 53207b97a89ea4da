import StatusText
import Testing

@Suite struct PathPatternTests {
  @Test(
    "what a pattern matches",
    arguments: [
      ("specs/TODO.md", "specs/TODO.md"), ("specs/*.md", "specs/TODO.md"), ("specs/*", "specs/TODO.md"),
      ("**", "a"), ("**", "a/b/c"), ("specs/**", "specs/a"), ("specs/**", "specs/a/b"),
      ("specs/", "specs/a/b"),
      ("**/TODO.md", "TODO.md"), ("**/TODO.md", "a/b/TODO.md"), ("**/plans/*.md", "specs/001_x/plans/p.md"),
      ("specs/**/*.md", "specs/a.md"), ("specs/**/*.md", "specs/a/b/c.md"), ("a/**/b/**/c", "a/b/x/b/c"),
      ("a/**/b/c", "a/b/b/c"), ("a/**/b*d/c", "a/bd/x/bcd/c"), ("0??_*", "012_add"), ("?", "é"),
      ("*é?", "aéb"),
      ("[0-9]*", "1x"), ("[!0-9]*", "x1"), ("[^0-9]*", "x1"), ("[]x]", "]"), ("[a-]", "-"), ("[a-cé]", "é"),
      (#"\[x\]"#, "[x]"), (#"\*"#, "*"), ("a*b*c", "aXbXbXc"), ("*a*", "bab"),
      ("./specs/*.md", "specs/a.md"), ("././specs/", "specs/a"), ("specs//./*.md", "specs/a.md"),
      (".", "a/b"),
      ("./", "a"), ("specs/.", "specs/a/b"), ("./**", "a/b"), (#"\!a"#, "!a"), (".a", ".a"), ("a/.b", "a/.b"),
    ])
  func matches(_ pattern: String, _ path: String) throws {
    #expect(try PathPattern(pattern).matches(path), "\(pattern) \(path)")
  }

  @Test(
    "what a pattern does not match",
    arguments: [
      ("specs/*", "specs/a/b"), ("specs", "specs/a"), ("specs/**", "specs"), ("specs/**", "specs/"),
      ("specs/", "specs"),
      ("*", "a/b"), ("?", "/"), ("a?b", "a/b"), ("[!x]", "/"), ("a[!x]b", "a/b"), ("**/TODO.md", "xTODO.md"),
      ("[0-9]", "x"), ("[!0-9]", "5"), ("TODO.md", "specs/TODO.md"), ("a/**/c", "a/b"), ("a*", "ba"),
      ("[z-a]", "m"),
      ("SPECS/*", "specs/a"), ("./a", "./a"), ("specs/.", "specs"), ("..a", "a"),
    ])
  func differs(_ pattern: String, _ path: String) throws {
    #expect(try !PathPattern(pattern).matches(path), "\(pattern) \(path)")
  }

  @Test(
    "what is no pattern",
    arguments: [
      ("", PathPattern.Fault.empty), ("/specs", .absolute), ("specs/../x", .parent), ("..", .parent),
      ("!specs/**", .negated), ("./../x", .parent), ("a**", .partialDoubleStar), ("**a", .partialDoubleStar),
      ("***", .partialDoubleStar),
      ("[a", .openClass),
      ("[]", .openClass), ("[!]", .openClass), ("*.{md,json}", .braces), (#"a\"#, .endsInBackslash),
    ])
  func isRefused(_ text: String, _ fault: PathPattern.Fault) {
    #expect(throws: fault) { try PathPattern(text) }
  }

  @Test(
    "a pattern of many stars takes no longer than its length times that of the path", .timeLimit(.minutes(1)))
  func takesLinearTime() throws {
    let stars = try PathPattern(String(repeating: "a*", count: 60) + "b")
    let components = try PathPattern(String(repeating: "**/a/", count: 60) + "b")
    #expect(!stars.matches(String(repeating: "a", count: 20_000)))
    #expect(!components.matches(String(repeating: "a/", count: 20_000) + "c"))
  }

  /// A slow reading of the definition: every way to spend the path is tried.
  private static func isMatch(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    let rest = pattern.dropFirst()
    if pattern.starts(with: "**/") {
      let after = pattern.dropFirst(3)
      return isMatch(after, path)
        || path.indices.contains { path[$0] == "/" && isMatch(after, path[($0 + 1)...]) }
    }
    if pattern.elementsEqual("**") { return !path.isEmpty }
    if first == "*" {
      return isMatch(rest, path)
        || path.first.map { $0 != "/" && isMatch(pattern, path.dropFirst()) } ?? false
    }
    guard let character = path.first else { return false }
    return (first == "?" ? character != "/" : first == character) && isMatch(rest, path.dropFirst())
  }

  @Test("random patterns match what the definition says")
  func agreesWithDefinition() throws {
    var random = SystemRandomNumberGenerator()
    func text(_ parts: [String]) -> String {
      (0..<Int.random(in: 1...7, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
    }
    for _ in 0..<20_000 {
      let pattern = text(["a", "b", "*", "?", "/", "**/", "a/", "*/"])
      let path = text(["a", "b", "/", "ab", "a/"])
      guard let read = try? PathPattern(pattern), pattern.last != "/", !pattern.contains("//")
      else { continue }
      #expect(read.matches(path) == Self.isMatch(Array(pattern)[...], Array(path)[...]), "\(pattern) \(path)")
    }
  }
}
