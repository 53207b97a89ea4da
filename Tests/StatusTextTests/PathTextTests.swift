import StatusText
import Testing

struct PathTextTests {
  @Test(arguments: [
    ("a/b/c.md", "c.md", "a/b", "a"), ("c.md", "c.md", "", "c.md"), ("a/", "", "a", "a"),
    ("/a", "a", "", ""), ("", "", "", ""), ("ä/ö̈/e\u{301}", "e\u{301}", "ä/ö̈", "ä"),
  ])
  func components(path: String, name: String, parent: String, first: String) {
    #expect(PathText.name(of: path) == name)
    #expect(PathText.parent(of: path) == parent)
    #expect(PathText.first(of: path) == first)
  }

  @Test(
    arguments: [
      ("specs/TODO.md", "specs", "TODO.md"), ("specs/TODO.md", "", "specs/TODO.md"), ("specs", "specs", nil),
      ("specs/", "specs", nil), ("specsX/TODO.md", "specs", nil), ("spec", "specs", nil),
      // By bytes: a slash with a combining character after it is still a slash.
      ("specs/\u{301}x", "specs", "\u{301}x"),
    ] as [(String, String, String?)])
  func whatIsBelow(path: String, directory: String, rest: String?) {
    #expect(PathText.rest(of: path, below: directory).map { Array($0.utf8) } == rest.map { Array($0.utf8) })
    #expect(PathText.isBelow(path, directory) == (rest != nil))
  }

  @Test(
    arguments: [("a/b", "a"), ("/b", "/"), ("//b", "/"), ("a//b", "a"), ("b", nil)] as [(String, String?)])
  func directoryOnDisk(path: String, directory: String?) {
    #expect(PathText.directory(of: path) == directory)
  }

  @Test(
    arguments: [
      ("a", "b", "a/b"), ("", "b", "b"), ("a", "", "a"), ("", "", ""), ("/", "b", "//b"),
      ("ä/long/directory/name", "ö\u{301}.md", "ä/long/directory/name/ö\u{301}.md"),
    ])
  func joined(directory: String, name: String, path: String) {
    #expect(Array(PathText.joined(directory, name).utf8) == Array(path.utf8))
  }
}
