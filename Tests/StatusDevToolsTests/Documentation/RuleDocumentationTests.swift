import StatusCLI
@testable import StatusDevTools
import StatusRules
import StatusTestSupport
import Testing

/// What is written about the rules is what the rules say.
struct RuleDocumentationTests {
  @Test("docs/rules/ is what scripts/docs would write")
  func disk() throws {
    let pages = RulePageDirectory("\(Project.directory)/\(RuleDocumentation.usualDirectory)")
    let differences = try pages.differences(from: RuleDocumentation()).map(\.text)
    #expect(differences.isEmpty, "run scripts/docs: \(differences.joined(separator: "; "))")
  }

  @Test("a page that is missing, changed or of no rule is seen, and put right")
  func update() throws {
    let directory = try TemporaryDirectory()
    let pages = RulePageDirectory("\(directory.path)/docs/rules")
    let documentation = RuleDocumentation()
    let all = documentation.pages.map { RulePageDirectory.Difference.missing($0.name) }
    #expect(try pages.differences(from: documentation) == all)
    #expect(try pages.update(to: documentation) == all)
    #expect(try pages.differences(from: documentation) == [])

    try directory.write("Something else.\n", to: "docs/rules/README.md")
    try directory.write("A former rule.\n", to: "docs/rules/no-such-rule.md")
    let differences: [RulePageDirectory.Difference] = [.outdated("README.md"), .surplus("no-such-rule.md")]
    #expect(try pages.differences(from: documentation) == differences)
    #expect(try pages.update(to: documentation) == differences)
    #expect(try pages.differences(from: documentation) == [])
  }

  @Test("every rule has a page with all that is known of it, and a line in the index")
  func content() throws {
    let pages = RuleDocumentation().pages
    let index = try #require(pages.first { $0.name == "README.md" })
    for rule in RuleCatalogue.descriptors {
      let page = try #require(pages.first { $0.name == "\(rule.name).md" })
      #expect(page.text.hasPrefix("# \(rule.name)\n"))
      for file in rule.bad.files + rule.good.files {
        #expect(page.text.contains("`\(file.path)`") && page.text.contains(file.text), "\(rule.name)")
      }
      #expect(index.text.contains("| [\(rule.name)](\(rule.name).md) | "))
    }
    #expect(pages.count == RuleCatalogue.descriptors.count + 1)
  }

  @Test("a fence is longer than any in the text that it holds")
  func fences() {
    #expect(MarkdownText.block("a\n```\nb") == "````text\na\n```\nb\n````\n")
    #expect(MarkdownText.block("a") == "```text\na\n```\n")
  }

  @Test("prose and cells read as they are written")
  func prose() {
    #expect(MarkdownText.cell("a <b> `<c>`\nd | e") == "a &lt;b> `<c>` d \\| e")
  }
}
