import StatusTestSupport
import Testing

/// An option does what it says, or the command does not have it.
@Suite(.timeLimit(.minutes(5)))
struct OptionTests {
  private let tree: SampleTree

  init() throws { tree = try SampleTree() }

  @Test func rulesAndExplainKnowProfiles() async throws {
    func line(_ rule: String, _ arguments: [String]) async throws -> String {
      let outcome = try await tree.run(arguments)
      #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
      return outcome.output.split(separator: "\n").first { $0.contains(rule) }.map(String.init) ?? ""
    }
    #expect(try await line("timestamp-form", ["rules"]).contains("warning"))
    #expect(try await line("timestamp-form", ["rules", "--profile", "claude"]).contains("info"))
    #expect(
      try await line("Severity", ["explain", "timestamp-form", "--profile", "claude"]) == "Severity: info")
    #expect(
      try await line("timestamp-form", ["explain", "timestamps", "--profile", "claude"]).contains("info"))
    for command in [["rules"], ["explain", "markers"]] {
      let outcome = try await tree.run(command + ["--profile", "x"])
      #expect(outcome.exitCode == 2 && outcome.errors.contains("unknown profile"), "\(command)")
    }
  }

  @Test func aFamilyIsListed() async throws {
    let outcome = try await tree.run("explain", "markers")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("  unknown-marker ") && !outcome.output.contains("timestamp-order"))
  }

  @Test func optionsThatWouldDoNothingAreGone() async throws {
    for arguments in [
      ["outline", "specs/TODO.md", "--root", "specs"], ["outline", "specs/TODO.md", "--profile", "claude"],
      ["rules", "--root", "specs"], ["explain", "markers", "--root", "specs"],
    ] {
      let outcome = try await tree.run(arguments)
      #expect(outcome.exitCode == 2 && outcome.errors.contains("unknown option"), "\(arguments)")
    }
  }

  @Test func theShellCompletesRulesAndStatuses() async throws {
    let script = try await tree.run("--generate-completion-script", "fish").output
    #expect(script.contains("---completion"))
    let expected = [
      ("check -- --select 2 0 statuslint check --select", "unknown-marker"),
      ("check -- --ignore 2 0 statuslint check --ignore", "timestamps"),
      ("update -- --status 2 0 statuslint update --status", "in_progress"),
      ("explain -- positional@0 2 0 statuslint explain", "markers"),
    ]
    for (call, name) in expected {
      var invocation = tree.invocation("---completion \(call)".split(separator: " ").map(String.init) + [""])
      invocation.variables["SAP_SHELL"] = "fish"
      let outcome = try await invocation.run()
      #expect(
        outcome.output.split(separator: "\n").contains { $0 == name }, "\(call) \(outcome.testDescription)")
    }
  }

  // MARK: Tables

  /// Columns are those of a terminal, not characters.
  @Test func columnsOfWideCharacters() async throws {
    try tree.write(
      SampleTree.taskList.replacing("[NOT STARTED]", with: "[進行中]").replacing(
        "[IMPLEMENTING]", with: "[e\u{301}✅]"),
      to: "TODO.md")
    let lines = try await tree.run("show").output.split(separator: "\n").prefix(3)
    // Where state.json's column begins, in terminal columns.
    let starts = lines.map { line -> Int in
      let words = ["state.json", "implementing", "not_started"]
      let cut = words.compactMap { line.firstRange(of: $0)?.lowerBound }.first ?? line.endIndex
      return line[..<cut].unicodeScalars.map(Self.columns).reduce(0, +)
    }
    #expect(Set(starts).count == 1, "\(starts)\n\(lines.joined(separator: "\n"))")
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar == "\u{301}" { return 0 }
    return scalar.value >= 0x2E80 || scalar == "✅" ? 2 : 1
  }

  @Test func anArtifactIsListedOnce() async throws {
    try tree.write(
      SampleTree.registry.replacing(
        "\"language\": \"general\",\n      \"started\"",
        with:
          "\"artifacts\": [\"specs/\(SampleTree.plan)\", \"\(SampleTree.plan)\", \"gone.md\", \"gone.md\"],\n      \"started\""
      ), to: "state.json")
    let lines = try await tree.run("show", "1").output.split(separator: "\n").filter {
      $0.hasPrefix("  ok") || $0.hasPrefix("  missing")
    }
    #expect(lines == ["  ok       specs/\(SampleTree.plan)", "  missing  gone.md"], "\(lines)")
  }
}
