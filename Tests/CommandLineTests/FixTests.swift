import StatusTestSupport
import Testing

/// `check --fix` and its companions: what is changed, what is not, and what is said about it.
struct FixTests {
  @Test func aTreeIsFixedAndOnlyWhereItHasTo() async throws {
    let tree = try BrokenTree()
    let outcome = try await tree.run("check", "specs", "--fix", "--format", "json")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(outcome.errors == "")
    let report = try outcome.json()
    #expect(report["findings"] == .array([]))
    #expect(report["summary"]?["fixed"] == 5 && report["summary"]?["fixable"] == 0)
    #expect(report["fixed"]?[0]?["description"] == "replace with [COMPLETED]")
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.fixed(file), "\(file)") }
    // There is nothing left to do, and nothing left behind.
    let again = try await tree.run("check", "specs", "--fix")
    #expect(again.exitCode == 0)
    #expect(again.output.contains("\nno findings (3 files"))
    #expect(try await tree.listing() == BrokenTree.names)
  }

  @Test func whatRemainsIsReportedAndDecidesTheExitCode() async throws {
    let tree = try BrokenTree()
    try tree.write(BrokenTree.taskList.replacing("[IMPLEMENTING]", with: "[IMPLEMENTNG]"), to: "TODO.md")
    let outcome = try await tree.run("check", "specs", "--fix", "--format", "concise")
    #expect(outcome.exitCode == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0].contains("error: \"[IMPLEMENTNG]\" is not a task status"))
    #expect(lines[1].contains(": fixed: warning: \"[COMPLETE]\""))
    let text = try await tree.run("check", "specs", "--fix")
    #expect(text.output.contains("\n1 error in 1 file; 1 fixable with --fix --unsafe-fixes (3 files, "))
    // What chooses or guesses is done on request only.
    let bold = try await tree.run("check", "specs", "--fix", "--unsafe-fixes")
    #expect(bold.exitCode == 0, "\(bold.testDescription)")
    #expect(try tree.read("TODO.md") == BrokenTree.fixed("TODO.md"))
  }

  @Test func fixOnlyReportsNothingElse() async throws {
    let tree = try BrokenTree()
    try tree.write(BrokenTree.taskList.replacing("[IMPLEMENTING]", with: "[NONSENSE]"), to: "TODO.md")
    let outcome = try await tree.run("check", "specs", "--fix-only")
    #expect(outcome.exitCode == 0)
    #expect(!outcome.output.contains("NONSENSE") && outcome.output.contains("\n5 fixed (3 files, "))
    #expect(try await tree.run("check", "specs", "--fix-only").output.contains("\nnothing fixed (3 files, "))
    #expect(try await tree.run("check", "specs").exitCode == 1)
  }

  /// A finding that is not reported is not fixed.
  @Test(arguments: [
    (["--select", "unknown-state-status"], ["state.json"]),
    (["--ignore", "nonstandard-marker,timestamp-form"], ["state.json"]),
    (
      ["--severity", "timestamp-form=off", "--ignore", "unknown-state-status"], ["TODO.md", SampleTree.plan]
    ),
    (["--select", "byte-order-mark"], []),
  ])
  func onlyWhatIsSelected(arguments: [String], files: [String]) async throws {
    let tree = try BrokenTree()
    #expect(try await tree.fix(["specs"] + arguments).exitCode == 0)
    for file in BrokenTree.files {
      #expect(try (tree.read(file) != BrokenTree.broken(file)) == files.contains(file), "\(file)")
    }
  }

  @Test(arguments: ["specs/TODO.md", "specs/001_first_task", "specs/state.json"])
  func onlyWhatIsShown(path: String) async throws {
    let tree = try BrokenTree()
    #expect(try await tree.fix([path]).exitCode == 0)
    for file in BrokenTree.files {
      let isShown = "specs/\(file)" == path || "specs/\(file)".hasPrefix(path + "/")
      #expect(try (tree.read(file) == BrokenTree.fixed(file)) == isShown, "\(file)")
      #expect(try (tree.read(file) == BrokenTree.broken(file)) == !isShown, "\(file)")
    }
  }

  /// What is not understood from beginning to end is not touched, whichever rules were selected, and nobody is told
  /// that it would be.
  @Test(arguments: [
    ("state.json", BrokenTree.registry + "]"),
    (
      "state.json",
      BrokenTree.registry.replacing("\"status\": \"impl", with: "\"status\": \"x\", \"status\": \"impl")
    ),
    ("TODO.md", BrokenTree.taskList + "<<<<<<< a\n=======\n>>>>>>> b\n"),
    (SampleTree.plan, BrokenTree.plan + "### Phase: X\n"),
  ])
  func whatIsNotUnderstoodStays(file: String, text: String) async throws {
    let tree = try BrokenTree()
    try tree.write(text, to: file)
    for arguments in [["--fix"], ["--fix", "--unsafe-fixes"], ["--fix", "--ignore", "syntax"]] {
      _ = try await tree.fix(["specs"] + arguments.dropFirst())
      #expect(try tree.read(file) == text)
    }
    #expect(try await tree.run("check", "specs", "--format", "json").json()["summary"]?["fixable"] == 0)
    let other = BrokenTree.files.first { $0 != file } ?? ""
    // Without a registry that can be read the profile is a guess, and nothing is fixed.
    let isGuess = text.hasSuffix("]")
    #expect(try tree.read(other) == (isGuess ? BrokenTree.broken(other) : BrokenTree.fixed(other)))
  }

  @Test func lineEndsStayAsTheyAre() async throws {
    let tree = try BrokenTree()
    for file in BrokenTree.files {
      try tree.write(BrokenTree.broken(file).replacing("\n", with: "\r\n"), to: file)
    }
    #expect(try await tree.fix(["specs"]).exitCode == 0)
    for file in BrokenTree.files {
      #expect(try tree.read(file) == BrokenTree.fixed(file).replacing("\n", with: "\r\n"))
    }
  }

  @Test func severalTreesEachInItsOwnStep() async throws {
    let tree = try BrokenTree()
    try tree.sample.addTree(".claude/specs")
    try tree.sample.repository.write(BrokenTree.registry, to: ".claude/specs/state.json")
    let outcome = try await tree.run("check", ".", "--fix", "--profile", "opencode", "--format", "concise")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    for root in ["specs", ".claude/specs"] {
      #expect(outcome.output.contains("\(root)/state.json:14:18: fixed: error: "))
      #expect(
        try FileBytes.read("\(tree.path)/\(root)/state.json") == Array(BrokenTree.fixed("state.json").utf8))
    }
  }

  @Test(arguments: [
    (["--unsafe-fixes"], "--unsafe-fixes has no effect by itself"),
    (["--diff", "--fix"], "--diff and --fix cannot be combined"),
    (["--diff", "--fix-only"], "--diff and --fix-only cannot be combined"),
    (["--diff", "--format", "json"], "--diff prints only a patch"),
    (["--diff", "--statistics"], "--diff prints only a patch"),
    (["--fix", "--lock-timeout", "soon"], "invalid value \"soon\" for --lock-timeout"),
  ])
  func whatMakesNoSense(arguments: [String], message: String) async throws {
    let tree = try BrokenTree()
    let outcome = try await tree.run(["check", "specs"] + arguments)
    #expect(outcome.exitCode == 2)
    #expect(
      outcome.errors.hasPrefix("statuslint: error: \(message)") && outcome.errors.contains("\n  help: "))
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.broken(file)) }
  }

  /// The fixed file comes out of standard output, and the report out of standard error; the disk is not touched.
  @Test func standardInput() async throws {
    let tree = try BrokenTree()
    var invocation = tree.sample.invocation(
      SampleTree.lenient(["check", "--fix", "--stdin-path", "specs/TODO.md"]))
    let text = BrokenTree.taskList.replacing("[IMPLEMENTING]", with: "[NONSENSE]")
    invocation.input = Array(text.utf8)
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output
        == BrokenTree.fixed("TODO.md").replacing("[IMPLEMENTING]", with: "[NONSENSE]"))
    #expect(outcome.errors.contains("\"[NONSENSE]\"") && outcome.errors.contains("; 2 fixed (1 file"))
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.broken(file)) }
    // What cannot be fixed comes out as it went in.
    invocation = tree.sample.invocation("check", "--fix", "--stdin-path", "specs/state.json")
    invocation.input = Array("{".utf8)
    #expect(try await invocation.run().output == "{")
  }
}
