import Glibc
import StatusTestSupport
import Subprocess
import SystemPackage
import Testing

/// Where standard output leads, and who is looking at it.
@Suite(.timeLimit(.minutes(5)))
struct OutputTests {
  /// A tree with a thousand findings: more than a pipe holds.
  private func wordyTree() throws -> SampleTree {
    let tree = try SampleTree()
    var list = SampleTree.taskList
    for number in 10..<1000 { list += "### \(number). Task\n- **Status**: [NOT STARTED]\n\n" }
    try tree.write(list, to: "TODO.md")
    return tree
  }

  @Test(arguments: ["text", "concise", "json", "junit"]) func aReaderThatGoesAway(_ format: String)
    async throws
  {
    let tree = try wordyTree()
    var invocation = tree.invocation("check", "specs", "--format", format)
    invocation.shell = "{ \"$@\"; echo $? > code; } | head -1"
    let outcome = try await invocation.run()
    #expect(outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(try FileBytes.read("\(tree.path)/code") == Array("1\n".utf8))
  }

  @Test func aReaderThatReadsNothing() async throws {
    let tree = try wordyTree()
    for arguments in [["show"], ["rules"], ["--help"], ["version"], ["outline", "specs/TODO.md"]] {
      var invocation = tree.invocation(arguments)
      invocation.shell = "{ sleep 0.05; \"$@\"; echo $? > code; } | true"
      let outcome = try await invocation.run()
      #expect(outcome.errors == "", "\(arguments)")
      #expect(try FileBytes.read("\(tree.path)/code") == Array("0\n".utf8), "\(arguments)")
    }
  }

  @Test(arguments: [
    ["check", "specs"], ["show"], ["rules"], ["--help"], ["version"], ["--version"], ["help", "check"],
  ])
  func standardOutputThatTakesNothing(_ arguments: [String]) async throws {
    let tree = try SampleTree()
    for (target, reason) in [("> /dev/full", "no space left"), (">&-", "bad file descriptor")] {
      var invocation = tree.invocation(arguments)
      invocation.shell = "\"$@\" \(target)"
      let outcome = try await invocation.run()
      #expect(outcome.exitCode == 3, "\(arguments) \(target) \(outcome.testDescription)")
      #expect(
        outcome.errors.hasPrefix("statuslint: error: cannot write standard output: \(reason)"),
        "\(outcome.errors)")
    }
  }

  /// A report must not land in whatever file took the number of a closed stream.
  @Test func closedStreams() async throws {
    let tree = try SampleTree()
    for closing in ["<&-", "2>&-", "<&- 2>&-"] {
      var invocation = tree.invocation(
        "check", "specs", "--select", "unreadable-file", "--report", "json=out/report.json")
      invocation.shell = "\"$@\" \(closing)"
      let outcome = try await invocation.run()
      #expect(outcome.exitCode == 0, "\(closing) \(outcome.testDescription)")
      #expect(outcome.output.contains("no findings"))
      #expect(try JSONValue(parsing: FileBytes.read("\(tree.path)/out/report.json"))["summary"] != nil)
      tree.repository.remove("out")
    }
    var all = tree.invocation("check", "specs", "--report", "json=report.json")
    all.shell = "\"$@\" <&- >&- 2>&-"
    #expect(try await all.run().exitCode == 3)
    var input = tree.invocation("check", "--stdin-path", "specs/TODO.md")
    input.shell = "\"$@\" <&-"
    let outcome = try await input.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("standard input"))
  }

  /// SIGINT ends the program as it ends every other, at once.
  @Test func interruption() async throws {
    let tree = try SampleTree()
    let result = try await Subprocess.run(
      .path(FilePath(BuiltProgram.path())), arguments: ["check", "--stdin-path", "specs/TODO.md"],
      workingDirectory: FilePath(tree.path), input: .inputWriter, output: .bytes(limit: 1 << 20),
      error: .bytes(limit: 1 << 20)
    ) { execution in
      // It waits for input that does not come, or has not got so far.
      try await Task.sleep(for: .milliseconds(100))
      try execution.send(signal: .interrupt)
    }
    #expect(result.terminationStatus == .signaled(SIGINT))
    #expect(result.standardOutput == [] && result.standardError == [])
  }

  @Test func colors() async throws {
    let tree = try SampleTree()
    tree.remove("state.json")
    func hasColor(_ variables: [String: String?], _ arguments: String...) async throws -> Bool {
      let all = ["check", "specs"] + arguments
      var invocation = Invocation(all, directory: tree.path, variables: variables)
      invocation.allowsColor = true
      return try await invocation.run().output.contains("\u{1B}[")
    }
    #expect(try await !hasColor([:]))
    #expect(try await hasColor([:], "--color", "always"))
    #expect(try await hasColor(["NO_COLOR": "1"], "--color", "always"))
    #expect(try await !hasColor(["CLICOLOR_FORCE": "1"], "--color", "never"))
    #expect(try await hasColor(["CLICOLOR_FORCE": "1"]))
    #expect(try await !hasColor(["CLICOLOR_FORCE": "0"]))
    #expect(try await !hasColor(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(try await hasColor(["CLICOLOR_FORCE": "1", "NO_COLOR": ""]))
    for format in ["concise", "json", "junit"] {
      #expect(try await !hasColor([:], "--color", "always", "--format", format), "\(format)")
    }
    let file = try await tree.run("check", "specs", "--color", "never", "--report", "text=report.txt")
    #expect(file.exitCode == 1)
    #expect(try await hasColor([:], "--color", "always", "--report", "text=report.txt"))
    #expect(try !FileBytes.read("\(tree.path)/report.txt").contains(0x1B))
  }

  /// GitHub Actions obeys lines that begin with `::`, and `##[` anywhere, regardless of their origin.
  @Test func nothingCommandsGitHubActions() async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.taskList.replacing("First task", with: "##[error]First ::task"), to: "TODO.md")
    try tree.write(SampleTree.planText.replacing("Begin", with: "##[group]x"), to: SampleTree.plan)
    try tree.write(SampleTree.registry.replacing("first_task", with: "##[error]x"), to: "state.json")
    for arguments in [
      ["check", "specs", "--select", "all"], ["show"], ["show", "1"], ["show", "1", "--format", "json"],
      ["outline", "specs/TODO.md"], ["outline", "specs/TODO.md", "--format", "json"],
      ["outline", "specs/state.json"],
      ["check", "##[error]x"], ["##[error]x"], ["check", "--##[error]x"], ["explain", "##[error]x"],
      ["outline", "##[error]x"], ["check", "--format", "x\n::error::x"],
    ] {
      var invocation = tree.invocation(arguments)
      invocation.variables["GITHUB_ACTIONS"] = "true"
      let outcome = try await invocation.run()
      for text in [outcome.output, outcome.errors] {
        #expect(!text.contains("##["), "\(arguments): \(text)")
        #expect(
          text.split(separator: "\n").allSatisfy { !$0.drop { $0 == " " }.hasPrefix("::") }, "\(arguments)")
      }
      if arguments.last == "json" { _ = try outcome.json() }
    }
    let shown = try await tree.run("show", "1", "--format", "json").json()
    #expect(shown["title"] == "##[error]First ::task")
  }

  @Test func quietAndVerbose() async throws {
    let tree = try SampleTree()
    let verbose = try await tree.run("check", "specs", "--verbose", "--select", "unreadable-file")
    #expect(verbose.errors.contains("profile "))
    let both = try await tree.run("check", "specs", "-v", "-q", "--select", "unreadable-file")
    #expect(both.errors == "")
    #expect(both.output == verbose.output || both.output.contains("no findings"))
  }

  @Test func failOnDecidesTheExitCode() async throws {
    let tree = try SampleTree()
    tree.remove("state.json")
    for (level, code) in [("error", 1), ("warning", 1), ("info", 1), ("never", 0)] as [(String, Int32)] {
      let outcome = try await tree.run("check", "specs", "--select", "unreadable-file", "--fail-on", level)
      #expect(outcome.exitCode == code, "\(level)")
      #expect(outcome.output.contains("state.json"))
    }
    let warned = try await tree.run(
      "check", "specs", "--select", "unreadable-file", "--severity", "unreadable-file=warning", "--fail-on",
      "error")
    #expect(warned.exitCode == 0)
    #expect(warned.output.contains("warning[unreadable-file]"))
    let off = try await tree.run("check", "specs", "--severity", "syntax=off", "--select", "syntax")
    #expect(off.exitCode == 0)
    #expect(!off.output.contains("unreadable-file"))
  }

  @Test(arguments: ["1", "2", "64", "100000"]) func anyNumberOfThreads(_ jobs: String) async throws {
    let tree = try wordyTree()
    let one = try await tree.run("check", "specs", "--format", "concise", "--jobs", "1")
    let many = try await tree.run("check", "specs", "--format", "concise", "--jobs", jobs)
    #expect(one.exitCode == 1)
    #expect(many.exitCode == 1)
    #expect(one.output == many.output)
  }

  /// Two runs with SOURCE_DATE_EPOCH give the same bytes, whatever the present.
  @Test(arguments: ["junit", "json"]) func reproducibleReports(_ format: String) async throws {
    let tree = try SampleTree()
    tree.remove("state.json")
    var reports: Set<[UInt8]> = []
    for now in ["1767225600", "1800000000"] {
      for jobs in ["1", "8"] {
        var invocation = tree.invocation(
          "check", "specs", "--format", format, "--jobs", jobs, "--junit-detail", "all", "--report",
          "\(format)=out")
        invocation.variables = [
          "SOURCE_DATE_EPOCH": "1700000000", "STATUSLINT_NOW": now, "LC_ALL": "tr_TR.UTF-8",
        ]
        reports.insert(try await invocation.run().outputBytes)
        reports.insert(try FileBytes.read("\(tree.path)/out"))
      }
    }
    #expect(reports.count == 1)
    #expect(
      format != "junit"
        || reports.first.map { String(decoding: $0, as: UTF8.self) }?.contains("2023-11-14T22:13:20") == true)
  }
}
