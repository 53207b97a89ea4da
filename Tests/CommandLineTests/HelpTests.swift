import StatusTestSupport
import Testing

/// What the program says of itself.
@Suite(.timeLimit(.minutes(5)))
struct HelpTests {
  private func run(_ arguments: String..., columns: String? = nil) async throws -> Outcome {
    let directory = try TemporaryDirectory()
    return try await Invocation(
      arguments, directory: directory.path, variables: ["COLUMNS": columns]
    ).run()
  }

  @Test(arguments: [
    "check", "update", "begin", "finish", "resume", "show", "log", "outline", "rules", "explain", "recover",
    "version",
  ])
  func usageBeginsWithTheProgram(command: String) async throws {
    let help = try await run(command, "--help")
    #expect(help.output.contains("\nUSAGE: statuslint \(command)"), "\(help.output)")
  }

  @Test func versionIsOneLine() async throws {
    let command = try await run("version")
    #expect(command.exitCode == 0)
    #expect(command.output.wholeMatch(of: /statuslint [0-9]+\.[0-9]+\.[0-9]+\n/) != nil, "\(command.output)")
    #expect(command.errors == "")
    let option = try await run("--version")
    #expect(option.exitCode == 0)
    #expect(option.output == command.output)
  }

  @Test(
    arguments: [
      [], ["--help"], ["-h"], ["help"], ["help", "check"], ["check", "--help"], ["check", "-h"],
      ["show", "--help"], ["update", "--help"], ["begin", "--help"], ["finish", "--help"],
      ["resume", "--help"],
      ["outline", "--help"], ["log", "--help"], ["rules", "--help"], ["explain", "--help"],
      ["version", "--help"],
      ["help", "help"],
    ])
  func helpFitsATerminal(_ arguments: [String]) async throws {
    let directory = try TemporaryDirectory()
    let outcome = try await Invocation(arguments, directory: directory.path)
      .run()
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("OVERVIEW: ") || arguments == ["help", "help"], "\(outcome.output)")
    #expect(outcome.output.hasSuffix("\n") && !outcome.output.hasSuffix("\n\n"))
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  /// An example is one line: broken in two, it cannot be copied.
  @Test func examplesAreWhole() async throws {
    for command in ["check", "update", "begin", "finish", "resume", "show", "log", "outline", "explain", ""] {
      let help = try await run("help", command).output
      for line in help.split(separator: "\n", omittingEmptySubsequences: false)
        .drop(while: { !$0.hasPrefix("Example") }).dropFirst()
      {
        if line.isEmpty { break }
        #expect(line.hasPrefix("  statuslint") || line.hasPrefix("  git"), "\(command): \(line)")
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsParse(_ shell: String) async throws {
    let directory = try TemporaryDirectory()
    var invocation = Invocation(["--generate-completion-script", shell], directory: directory.path)
    invocation.allowsTabs = true
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("statuslint"))
    try directory.write(outcome.outputBytes, to: "script")
    var parse = Invocation(arguments: [], directory: directory.path)
    parse.shell = "command -v \(shell) > /dev/null || exit 0; \(shell) -n script"
    let parsed = try await parse.run()
    #expect(parsed.exitCode == 0, "\(parsed.testDescription)")
  }

  @Test func rulesAreListed() async throws {
    let text = try await run("rules")
    #expect(text.exitCode == 0)
    #expect(text.output.contains("unreadable-file"))
    let json = try await run("rules", "--format", "json").json()
    guard case .array(let rules) = json["rules"] else {
      Issue.record("no rules in \(json)")
      return
    }
    for rule in rules {
      guard case .string(let name) = rule["name"], case .string(let severity) = rule["severity"] else {
        Issue.record("a rule without name or severity: \(rule)")
        continue
      }
      #expect(["off", "info", "warning", "error"].contains(severity))
      #expect(text.output.contains(name))
    }
    guard case .string(let name) = rules.last?["name"] else { return }
    let explained = try await run("explain", name)
    #expect(try await run("explain", "all").output.contains(name))
    #expect(try await run("help", "nope").exitCode == 2)
    #expect(explained.exitCode == 0)
    #expect(explained.output.hasPrefix("\(name) ("))
    let prose = explained.output.split(separator: "\nIncorrect:").first ?? ""
    #expect(prose.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(prose)")
    for part in ["Severity: ", "Fix: ", "Incorrect:", "Correct:"] { #expect(explained.output.contains(part)) }
  }
}
