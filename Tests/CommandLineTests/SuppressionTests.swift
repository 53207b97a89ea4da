import StatusTestSupport
import Testing

/// Comments that suppress findings, on the command line.
struct SuppressionTests {
  /// A tree whose second task has an unknown status, below `comment`.
  private func tree(_ comment: String) throws -> SampleTree {
    let tree = try SampleTree()
    let text = SampleTree.taskList.replacing(
      "- **Status**: [NOT STARTED]", with: "\(comment)\n- **Status**: [NOT_STARTED]")
    try tree.write(text, to: "TODO.md")
    return tree
  }

  private static let comment =
    "<!-- statuslint-disable-next-line nonstandard-marker -- a \u{1B}[31mreason -->"

  @Test func aSuppressedFindingIsCountedAndListedOnRequest() async throws {
    let tree = try tree(Self.comment)
    let text = try await tree.run("check", "specs", "--ignore", "timestamp-form")
    #expect(text.exitCode == 0, "\(text.testDescription)")
    #expect(text.output.contains("\nno findings; 1 suppressed (3 files"))
    #expect(!text.output.contains("NOT_STARTED"))
    let listed = try await tree.run("check", "specs", "--ignore", "timestamp-form", "--show-suppressed")
    #expect(listed.exitCode == 0)
    #expect(
      listed.output.hasPrefix("suppressed[nonstandard-marker]: specs/TODO.md:17:15: \"[NOT_STARTED]\" is not")
    )
    #expect(listed.output.contains("(a \\u{1B}[31mreason)\n"))
    let concise = try await tree.run(
      "check", "specs", "--ignore", "timestamp-form", "--show-suppressed", "--format", "concise")
    #expect(concise.output.hasPrefix("specs/TODO.md:17:15: suppressed: warning: \"[NOT_STARTED]\""))
    #expect(
      try await tree.run("check", "specs", "--ignore", "timestamp-form", "--format", "concise").output == "")
  }

  @Test func reportsForProgramsHaveIt() async throws {
    let tree = try tree(Self.comment)
    let report = try await tree.run(
      "check", "specs", "--ignore", "timestamp-form", "--format", "json", "--show-suppressed"
    ).json()
    let schema = JSONSchema(
      try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/report.schema.json")))
    #expect(schema.violations(in: report) == [])
    #expect(report["summary"]?["suppressed"] == 1 && report["findings"] == .array([]))
    #expect(report["suppressed"]?[0]?["reason"] == "a \u{1B}[31mreason")
    let plain = try await tree.run("check", "specs", "--ignore", "timestamp-form", "--format", "json").json()
    #expect(plain["suppressed"] == nil && schema.violations(in: plain) == [])
    let junit = try await tree.run("check", "specs", "--ignore", "timestamp-form", "--format", "junit").output
    #expect(junit.contains("name=\"nonstandard-marker\"") && junit.contains("<skipped"))
  }

  @Test func aSuppressedFindingIsNotFixed() async throws {
    let tree = try tree(Self.comment)
    let before = try tree.read("TODO.md")
    #expect(try await tree.run("check", "specs", "--ignore", "timestamp-form", "--fix").exitCode == 0)
    #expect(try tree.read("TODO.md") == before)
    #expect(try await tree.run("check", "specs", "--ignore", "timestamp-form", "--diff").output == "")
  }

  @Test func aMisspelledNameSuppressesNothing() async throws {
    let tree = try tree("<!-- statuslint-disable-next-line nonstandard-markers -- x -->")
    let outcome = try await tree.run("check", "specs", "--ignore", "timestamp-form")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("warning[nonstandard-marker]"))
    #expect(outcome.output.contains("= help: did you mean nonstandard-marker?"))
    #expect(try await tree.run("check", "specs", "--ignore", "timestamp-form", "--fix").exitCode == 0)
    #expect(try tree.read("TODO.md") == SampleTree.taskList)
  }

  /// The whole tree is checked before a path restricts what is shown.
  @Test func aPathDoesNotMakeACommentUseless() async throws {
    let tree = try tree(Self.comment)
    for path in ["specs/TODO.md", "specs/state.json", "specs/\(SampleTree.plan)"] {
      let outcome = try await tree.run("check", path, "--ignore", "timestamp-form")
      #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
      #expect(outcome.output.contains("suppressed") == (path == "specs/TODO.md"))
    }
  }

  @Test func theBytesOfAPlanArePresentForItsComments() async throws {
    let tree = try SampleTree()
    let plan = SampleTree.planText.replacing(
      "### Phase 1", with: "<!-- statuslint-disable emoji-in-heading -->\n\n### Phase 1")
    try tree.write(plan, to: SampleTree.plan)
    let outcome = try await tree.run("check", "specs", "--select", "emoji-in-heading,suppression")
    #expect(outcome.output.contains("info[unexplained-suppression]"))
    #expect(outcome.output.contains("warning[unused-suppression]"))
    #expect(outcome.output.contains("| <!-- statuslint-disable emoji-in-heading -->"))
  }
}
