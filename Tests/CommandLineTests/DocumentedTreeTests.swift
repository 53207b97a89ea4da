import StatusTestSupport
import Testing

/// The trees that docs/format.md shows have no findings.
@Suite(.timeLimit(.minutes(5)))
struct DocumentedTreeTests {
  private static let plan = "specs/012_add_search/plans/implementation-001.md"

  @Test("the example of each kind of file, put together")
  func example() async throws {
    let page = try DocumentedPage("docs/format.md")
    try await expectNoFindings(
      [
        "specs/TODO.md": page.block("markdown", below: "## TODO.md"),
        "specs/state.json": page.block("json", below: "## state.json"),
        Self.plan: page.block("markdown", below: "## Plans"),
        "specs/012_add_search/state.json": page.block("json", below: "## Project state"),
      ], profiles: ["opencode"])
  }

  @Test("the smallest tree with a task")
  func smallest() async throws {
    let page = try DocumentedPage("docs/format.md")
    let heading = "## The smallest tree"
    try await expectNoFindings(
      [
        "specs/TODO.md": page.block("markdown", below: heading),
        "specs/state.json": page.block("json", below: heading),
      ], profiles: ["opencode", "claude"])
  }

  private func expectNoFindings(_ files: [String: String], profiles: [String]) async throws {
    let directory = try TemporaryDirectory()
    for (path, text) in files { try directory.write(text, to: path) }
    for profile in profiles {
      let arguments = ["check", "--select", "all", "--profile", profile, "specs"]
      let outcome = try await Invocation(
        arguments, directory: directory.path,
        variables: ["STATUSLINT_NOW": "2026-01-09T12:00:00Z"]
      ).run()
      #expect(outcome.exitCode == 0, "\(profile): \(outcome.output)\(outcome.errors)")
    }
  }
}

/// A page of the documentation whose code blocks are tried.
private struct DocumentedPage {
  private let text: String

  init(_ path: String) throws {
    text = String(decoding: try FileBytes.read("\(Project.directory)/\(path)"), as: UTF8.self)
  }

  /// The first code block in a language below a heading.
  func block(_ language: String, below heading: String) throws -> String {
    let section = try #require(text.split(separator: "\n\(heading)\n").dropFirst().first)
    let start = try #require(section.firstRange(of: "\n```\(language)\n")?.upperBound)
    let end = try #require(section[start...].firstRange(of: "\n```\n")?.lowerBound)
    return "\(section[start..<end])\n"
  }
}
