import StatusTestSupport
import Testing

/// A usual command line is read without the argument parser, and means the same.
@Suite(.timeLimit(.minutes(5)))
struct OptionReadingTests {
  /// Each command with the arguments that it needs.
  private static let commands = [
    ["check"], ["update", "1"], ["begin", "1", "research", "--session-id", "s"],
    ["finish", "1", "research", "--return", "return.json"], ["resume", "1"], ["show"], ["history"],
    ["log", "log.jsonl"],
    ["outline", "specs/TODO.md"], ["rules"], ["explain", "markers"], ["recover"], ["init"], ["config"],
    ["hook"], ["schema", "configuration"], ["version"],
  ]

  @Test("every option of the help page is read alike", arguments: commands)
  func optionsAreReadAlike(_ command: [String]) async throws {
    let tree = try SampleTree()
    let help = try await tree.run([command[0], "--help"]).output
    let options = help.split(separator: "\n").compactMap {
      $0.prefixMatch(of: /\ {2}(?:-[a-z], )?(--[a-z-]+)( <)?/)
    }
    for option in options where option.1 != "--help" {
      // A value that most options do not accept: the message then names the option.
      let words = command + [String(option.1)] + (option.2 == nil ? [] : ["1"])
      try await expectAlike(words)
    }
  }

  @Test(
    "several options are read alike",
    arguments: [
      [
        "check", "specs", "-q", "--format", "concise", "--select", "markers,artifacts", "--ignore", "markers",
      ],
      ["check", "--changed", "specs", "--select", "markers"],
      ["check", "--severity", "skipped-phase=error", "--fail-on", "never", "--severity", "markers=off"],
      ["check", "--format", "json", "--format", "concise", "specs/TODO.md"],
      ["check", "--statistics", "--show-suppressed", "--archive", "--jobs", "2", "--size-limit", "1K"],
      ["check", "--only-format", "specs"], ["check", "--only-format", "nothing"],
      ["check", "--diff", "--fix"], ["check", "--unsafe-fixes"], ["recover", "--adopt", "--discard"],
      ["update", "1", "--phase", "1=completed", "--phase", "2=completed", "--dry-run"],
      ["update", "--status", "blocked", "1", "--reason", "no paper", "--format", "json", "--dry-run"],
      ["show", "1", "--format", "json", "-v"], ["show", "--board"],
      ["show", "--profile", "claude", "--root", "specs"],
    ])
  func commandLinesAreReadAlike(_ words: [String]) async throws { try await expectAlike(words) }

  /// Runs the words as they are, and with `--` after them, which only the parser knows.
  private func expectAlike(_ words: [String]) async throws {
    let plain = try await run(words)
    let parsed = try await run(words + ["--"])
    #expect(plain == parsed, "\(words)")
  }

  /// What a command does in a tree of its own, without durations.
  private func run(_ words: [String]) async throws -> [String] {
    let tree = try SampleTree()
    var invocation = tree.invocation(words)
    invocation.variables["STATUSLINT_NOW"] = "2026-01-20T12:00:00Z"
    // It ends when nobody reads what it writes.
    if words.contains("--watch") { invocation.shell = "\"$@\" | head -n 0" }
    let outcome = try await invocation.run()
    let duration = /[0-9.]+ m?s\b|"duration_seconds": [0-9.]+/
    return ["\(outcome.status)"]
      + [outcome.output, outcome.errors].map { text in
        text.replacing(duration, with: "").replacing(tree.path, with: "")
      }
  }
}
