import StatusTestSupport
import Testing

/// Relative links between the pages of the documentation resolve, with their anchors.
struct LinkTests {
  @Test("every relative link and anchor in the documentation resolves")
  func documentation() throws {
    let files = try ProjectFile.all(beneath: "")
    let pages = files.filter(Self.isPage)
    #expect(pages.contains { $0.path == "README.md" } && pages.contains { $0.path == "docs/usage.md" })
    let broken = pages.flatMap { MarkdownLinks.broken(in: $0, among: files) }
    #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
  }

  @Test(
    "a broken link is seen, and nothing else",
    arguments: [
      ("[a](b.md)", 0), ("[a](b.md#two-words)", 0), ("[a](#here)", 0), ("[a](../docs/b.md)", 0),
      ("[a](.)", 0),
      ("[a](https://example.org/x)", 0), ("`[a](none.md)`", 0), ("```\n[a](none.md)\n```", 0),
      ("[a](none.md)", 1), ("[a](b.md#no-words)", 1), ("[a](#there)", 1), ("[a](b.md) [c](c.md)", 1),
      ("[a](../../b.md)", 1),
    ])
  func links(text: String, count: Int) {
    let page = ProjectFile(path: "docs/a.md", text: "# Here\n\n\(text)\n")
    let other = ProjectFile(path: "docs/b.md", text: "# B\n\n```\n# No words\n```\n\n## Two `words`?\n")
    #expect(MarkdownLinks.broken(in: page, among: [page, other]).count == count)
  }

  private static func isPage(_ file: ProjectFile) -> Bool {
    guard file.path.hasSuffix(".md") else { return false }
    if file.path.hasPrefix("docs/") { return !file.path.hasPrefix("docs/example") }
    return file.path.hasPrefix("scripts/") || file.path.hasPrefix("Sources/") || !file.path.contains("/")
  }
}
