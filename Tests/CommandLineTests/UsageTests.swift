import Testing

/// What a wrong command line is answered with: exit code 2, nothing on standard output, and what to do instead.
@Suite(.timeLimit(.minutes(5)))
struct UsageTests {
  @Test(
    arguments: [
      (["chek"], "did you mean `statuslint check`?"),
      (["check", "--formt", "json"], "Did you mean \"--format\"?"),
      (["check", "--json"], "unknown option \"--json\"\n"),
      (["check", "--all"], "unknown option \"--all\"\n"),
      (["check", "--format", "jsn"], "junit-extended, github"),
      (["check", "--format"], "--format"),
      (["check", "--select", "timestmp"], "did you mean timestamps?"),
      (["check", "--select", "status-mismatc"], "did you mean status-mismatch?"),
      (["check", "--ignore", "qqq"], "`statuslint rules` lists all rules"),
      (["check", "--severity", "status-mismatch"], "status-mismatch=warning"),
      (["check", "--severity", "status-mismatch=fatal"], "off, info, warning or error"),
      (["check", "--severity", "nonsense-rule=error"], "nonsense-rule"),
      (["check", "--fail-on", "x"], "info or never"),
      (["check", "--jobs", "0"], "at least 1"),
      (["check", "--jobs", "many"], "--jobs"),
      (["check", "--report", "xml=f"], "use text, concise, json, jsonl"),
      (["check", "--report", "junit"], "junit=statuslint.xml"),
      (["check", "--report", "junit="], "junit=statuslint.xml"),
      (["check", "--profile", "cloude"], "did you mean claude?"),
      (["check", "--size-limit", "5X"], "64M"),
      (["check", "--color", "blue"], "always or never"),
      (["check", "--junit-detail", "some"], "failing or all"),
      (["check", "--stdin-path", "specs/TODO.md", "specs"], "one or the other"),
      (["check", ""], "is empty"),
      (["check", "nowhere"], "nowhere does not exist"),
      (["check", "specs/TODO.md/x"], "specs/TODO.md/x does not exist"),
      (["update", "21-99999999", "--status", "planned"], "has more than 1000 numbers"),
      (["update", "2", "--plan-metadata", "{\"estimated_hours\": -1}"], "is -1, not a number from 0"),
      (["update", "2", "--plan-version", "-1"], "at least 1"),
      (["update", "2", "--phase", "-1=completed", "--lock-timeout", "-2"], "0 means no waiting"),
      (["show", "first"], "give one number"),
      (["show", "1", "--format", "yaml"], "text, json or html"),
      (["show", "--root", "nowhere"], "nowhere does not exist"),
      (["explain"], "rule"),
      (["explain", "status-mismach"], "did you mean status-mismatch?"),
      (["outline"], "file"),
      (["outline", "nowhere.md"], "nowhere.md does not exist"),
      (["outline", "specs"], "specs is a directory"),
      (["recover", "--profile", "claude"], "unknown option \"--profile\""),
      (["specs/"], "`statuslint check specs/`"),
      (["--experimental-dump-help"], "unknown option \"--experimental-dump-help\""),
      (["check", "--experimental-dump-help"], "unknown option \"--experimental-dump-help\""),
    ])
  func wrongUsage(_ arguments: [String], _ hint: String) async throws {
    let tree = try SampleTree()
    let outcome = try await tree.run(arguments)
    #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("statuslint: error: "), "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.errors.contains("help: "), "\(outcome.errors)")
  }

  /// What is echoed of an argument cannot move a cursor.
  @Test(
    arguments: [
      ["\u{1B}[31mx"], ["check", "--\u{1B}[2J"], ["check", "--format", "a\u{7}\u{1B}]0;x\u{7}"],
      ["check", "--format=\u{1B}c"], ["check", "\u{1B}[31m\n::error::x"], ["explain", "\u{202E}x"],
      ["check", "--profile", "\u{9B}1m"], ["check", "--severity", "a\u{1B}=error"], ["show", "\r1"],
      ["outline", "\u{1B}.md"], ["check", "--report", "json=\u{1B}[1m/x/\u{0}y"],
      ["check", "--jobs", "\u{8}1"],
      ["check", "--stdin-path", "\u{1B}/x\n"], ["check", "--root", "\u{1B}"],
    ])
  func argumentsAreEscaped(_ arguments: [String]) async throws {
    let tree = try SampleTree()
    let bytes = arguments.map { $0.utf8.filter { $0 != 0 } }
    let outcome = try await Invocation(arguments: bytes, directory: tree.path).run()
    // The report's directories are made, whatever they are called.
    #expect(outcome.exitCode == (arguments.contains("--report") ? 1 : 2), "\(outcome.testDescription)")
    #expect(outcome.errors.split(separator: "\n").allSatisfy { !$0.hasPrefix("::") }, "\(outcome.errors)")
  }

  @Test(arguments: ["NaN", "-1", "1e9", "99999999999999999999", "\u{1B}[31m"])
  func wrongSourceDateEpoch(_ epoch: String) async throws {
    let tree = try SampleTree()
    var invocation = tree.invocation("check", "specs", "--format", "junit")
    invocation.variables["SOURCE_DATE_EPOCH"] = epoch
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("SOURCE_DATE_EPOCH"))
  }

  @Test(arguments: ["yesterday", "999999999999999999", "-999999999999999999", "\u{1B}[31m"])
  func wrongPresent(_ now: String) async throws {
    let tree = try SampleTree()
    var invocation = tree.invocation("check", "specs")
    invocation.variables["STATUSLINT_NOW"] = now
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("STATUSLINT_NOW"))
  }
}
