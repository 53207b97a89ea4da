import StatusTestSupport
import Testing

/// What the pages for people who work on statuslint say of the code is there.
struct PageTests {
  @Test("every type and member that a page names is in the sources")
  func names() throws {
    let sources = try ParsedFile.sources.get() + ParsedFile.tests.get()
    let modules = Set(ProjectFile.subdirectories(of: "Sources") + ProjectFile.subdirectories(of: "Tests"))
    let pages = try ProjectFile.all(beneath: "").filter(Self.isAboutCode)
    #expect(pages.count > 10)
    for page in pages {
      #expect(
        CodeNames.unknown(CodeNames.all(in: page.text), in: sources, modules: modules) == [], "\(page.path)")
    }
  }

  @Test("every module says in its README what it is", arguments: ProjectFile.subdirectories(of: "Sources"))
  func readMe(module: String) throws {
    let text = String(
      decoding: try FileBytes.read("\(Project.directory)/Sources/\(module)/README.md"), as: UTF8.self)
    #expect(text.hasPrefix("# \(module)\n") && text.split(separator: "\n").count <= 12)
  }

  @Test(
    "a name that is not in the sources is seen, and nothing else",
    arguments: [
      ("`Known`", 0), ("`Known.member`", 0), ("`Known.member(at:)`", 0), ("`Module`", 0), ("`TODO.md`", 0),
      ("Gone", 0), ("`Package.swift`", 0), ("```text\nKnown -> Plan, JSON\n```", 0),
      ("`Gone`", 1), ("`Known.gone`", 1), ("`Known.gone(at:)`", 1), ("```text\nKnown -> GoneType.x\n```", 1),
    ])
  func unknown(page: String, count: Int) {
    let source = ParsedFile(
      ProjectFile(path: "Sources/Module/Known.swift", text: "struct Known { let member = 1 }"))
    #expect(CodeNames.unknown(CodeNames.all(in: page), in: [source], modules: ["Module"]).count == count)
  }

  /// Whether a page is for people who work on statuslint.
  private static func isAboutCode(_ file: ProjectFile) -> Bool {
    ["CONTRIBUTING.md", "docs/architecture.md", "docs/glossary.md", "docs/life-of-a-check.md"].contains(
      file.path)
      || file.path.hasPrefix("Sources/") && file.path.hasSuffix("README.md")
  }
}
