import StatusTestSupport
import Testing

/// Reports and logs never replace what they are about.
@Suite(.timeLimit(.minutes(5)))
struct OutputPathTests {
  private let tree: SampleTree

  init() throws { tree = try SampleTree() }

  private func expectRefused(_ path: String, _ location: SourceLocation = #_sourceLocation) async throws {
    let files = ["TODO.md", "state.json", SampleTree.plan].map { "\(tree.path)/specs/\($0)" }
    let before = try files.map { try FileBytes.read($0) }
    let commands = [
      ["check", "--report", "json=\(path)"],
      ["check", "--fix", "--unsafe-fixes", "--report", "junit=\(path)"],
      ["update", "2", "--status", "in_progress", "--log", path], ["begin", "2", "research", "--log", path],
    ]
    for arguments in commands {
      let outcome = try await tree.run(arguments)
      #expect(outcome.exitCode == 2, "\(arguments) \(outcome.testDescription)", sourceLocation: location)
      #expect(outcome.errors.contains("would overwrite"), "\(outcome.errors)", sourceLocation: location)
      #expect(try files.map { try FileBytes.read($0) } == before, "\(arguments)", sourceLocation: location)
    }
  }

  @Test func trackingFiles() async throws {
    for path in [
      "specs/state.json", "./specs//state.json", "specs/../specs/TODO.md", "\(tree.path)/specs/TODO.md",
      "specs/\(SampleTree.plan)", "specs/STATE.json", "specs/todo.MD", "specs/001_first_task/state.json",
      "specs/001_first_task/plans/new.md", "specs/errors.json", "specs/archive/state.json",
    ] {
      try await expectRefused(path)
    }
  }

  @Test func filesOfTheCommitterAndOfTasks() async throws {
    try tree.repository.write("# Notes", to: "specs/001_first_task/reports/research-001.md")
    try tree.repository.write("# Read me", to: "specs/README.md")
    for path in [
      "specs/.statuslint.journal", "specs/.statuslint.journal.new", "specs/.statuslint.journal.done",
      "specs/.statuslint.lock", "specs/.statuslint-0123456789abcdef-1", "elsewhere/.statuslint.journal",
      "specs/001_first_task/reports/research-001.md", "specs/README.md",
    ] {
      try await expectRefused(path)
    }
  }

  /// As the system has it, and as every other program.
  @Test func aPathThroughALinkIsAboveWhatItLeadsTo() async throws {
    try tree.repository.write("print()", to: "other/cards.py")
    try tree.repository.write("", to: "other/inner/x")
    try tree.repository.link("link", to: "other/inner")
    try tree.repository.link("into", to: "specs/001_first_task")
    for option in [["check", "--report", "json="], ["update", "2", "--status", "in_progress", "--log", ""]] {
      let outcome = try await tree.run(option.dropLast() + ["\(option.last ?? "")link/../cards.py"])
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(try FileBytes.read("\(tree.path)/other/cards.py") == Array("print()".utf8))
    }
    try await expectRefused("into/../state.json")
    let read = try await tree.run(["finish", "2", "research", "--return", "link/../cards.py"])
    #expect(read.errors.contains("is not JSON"), "\(read.testDescription)")
  }

  @Test func aLogIsAppendedToLogsOnly() async throws {
    try tree.repository.write("print()", to: "cards.py")
    let refused = try await tree.run("update", "2", "--status", "in_progress", "--log", "cards.py")
    #expect(refused.exitCode == 2, "\(refused.testDescription)")
    #expect(try FileBytes.read("\(tree.path)/cards.py") == Array("print()".utf8))
    for status in ["in_progress", "blocked"] {
      let outcome = try await tree.run(
        "update", "2", "--status", status, "--reason", "no paint", "--log", "specs/logs/updates.log")
      #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    }
    let log = String(decoding: try FileBytes.read("\(tree.path)/specs/logs/updates.log"), as: UTF8.self)
    #expect(log.split(separator: "\n").count == 2, "\(log)")
  }

  /// Opening a pipe without a reader would block forever, after the commit.
  @Test func aPipeIsNotALog() async throws {
    try RawFiles.makeFIFO(Array("\(tree.path)/pipe".utf8))
    for command in [["update", "2", "--status", "in_progress"], ["begin", "2", "research"]] {
      let outcome = try await tree.run(command + ["--log", "pipe"])
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(outcome.errors.contains("--log cannot append to pipe, which is a named pipe"))
      #expect(try FileBytes.read("\(tree.path)/specs/TODO.md") == Array(SampleTree.taskList.utf8))
    }
  }

  /// A report replaces the one of the last run, also in the tree.
  @Test func aReportIsReplacedByTheNext() async throws {
    let report = "specs/checks/today/report.json"
    #expect(try await tree.run("check", "--format", "concise", "--report", "json=\(report)").exitCode == 1)
    let first = try JSONValue(parsing: try FileBytes.read("\(tree.path)/\(report)"))
    try tree.write(SampleTree.registry.replacing("not_started", with: "completed"), to: "state.json")
    #expect(try await tree.run("check", "--format", "concise", "--report", "json=\(report)").exitCode == 1)
    let second = try JSONValue(parsing: try FileBytes.read("\(tree.path)/\(report)"))
    #expect(first["findings"] != nil && second["findings"] != first["findings"])
  }

  @Test func byLinksToThem() async throws {
    try tree.repository.link("link.json", to: "specs/state.json")
    try await expectRefused("link.json")
    try tree.repository.link("tree", to: "specs")
    try await expectRefused("tree/state.json")
    try await expectRefused("tree/../specs/state.json")
    var hard = Invocation(arguments: [], directory: tree.path)
    hard.shell = "ln specs/TODO.md hard.txt && ln specs/\(SampleTree.plan) plan.txt"
    #expect(try await hard.run().exitCode == 0)
    try await expectRefused("hard.txt")
    try await expectRefused("plan.txt")
  }

  @Test func whatALinkLeadsToOutside() async throws {
    let outside = try TemporaryDirectory()
    try outside.write("precious", to: "file")
    try tree.repository.link("out.json", to: "\(outside.path)/file")
    try await expectRefused("out.json")
    #expect(try FileBytes.read("\(outside.path)/file") == Array("precious".utf8))
    try tree.repository.link("nothing.json", to: "\(outside.path)/new")
    try tree.repository.link("loop", to: "loop")
    for path in ["nothing.json", "loop"] { try await expectRefused(path) }
  }

  /// A report replaces no file through a link, not even one within the repository; a log is appended to.
  @Test func whatALinkLeadsToInside() async throws {
    try tree.repository.write("precious", to: "src/table.json")
    try tree.repository.link("specs/table.json", to: "../src/table.json")
    let outcome = try await tree.run("check", "--report", "json=specs/table.json")
    #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
    #expect(outcome.errors.contains("through the link specs/table.json"), "\(outcome.errors)")
    #expect(try FileBytes.read("\(tree.path)/src/table.json") == Array("precious".utf8))
    try tree.repository.link("link.log", to: "updates.log")
    try tree.repository.write("", to: "updates.log")
    let update = try await tree.run("update", "2", "--status", "in_progress", "--log", "link.log")
    #expect(update.exitCode == 0, "\(update.testDescription)")
    #expect(try !FileBytes.read("\(tree.path)/updates.log").isEmpty)
  }

  /// What a task links is read by the check, wherever it lies.
  @Test func artifacts() async throws {
    _ = try await tree.run("check", "--report", "json=src/cards.json")
    let report = try FileBytes.read("\(tree.path)/src/cards.json")
    try tree.write(
      SampleTree.taskList.replacing(
        "- **Started**", with: "- **Artifacts**: [src/cards.json]\n- **Started**"),
      to: "TODO.md")
    for arguments in [["check"], ["check", "--fix"]] {
      let outcome = try await tree.run(arguments + ["--report", "json=src/./cards.json"])
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(outcome.errors.contains("a file that a task of the tree links"), "\(outcome.errors)")
      #expect(try FileBytes.read("\(tree.path)/src/cards.json") == report)
    }
  }

  /// Nobody can tell what another file is worth.
  @Test func filesThatAreNotReports() async throws {
    for (path, text) in [
      ("src/cards.py", "print()"), ("package.json", "{\n  \"name\": \"cards\"\n}\n"),
      ("notes.txt", "profile\n"),
    ] {
      try tree.repository.write(text, to: path)
      for format in ["text", "concise", "json", "junit"] {
        let outcome = try await tree.run("check", "--fix", "--report", "\(format)=\(path)")
        #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
        #expect(outcome.errors.contains("\(path), which is not a report of statuslint"), "\(outcome.errors)")
        #expect(try FileBytes.read("\(tree.path)/\(path)") == Array(text.utf8))
      }
    }
  }

  /// A report of any format replaces one of any other, with findings and without.
  @Test func everyReportIsReplacedByEveryOther() async throws {
    for rules in ["all", "unreadable-file"] {
      for format in ["text", "concise", "json", "junit", "text"] {
        let outcome = try await tree.run(
          "check", "--select", rules, "--fail-on", "never", "--report", "\(format)=report")
        #expect(outcome.exitCode == 0, "\(format) \(outcome.testDescription)")
      }
    }
  }

  @Test func twoReportsInOneFile() async throws {
    try tree.repository.link("linked", to: "build")
    try tree.repository.write("", to: "build/here")
    for second in ["report.json", "./x/../report.json", "\(tree.path)/report.json"] {
      let outcome = try await tree.run("check", "--report", "json=report.json", "--report", "junit=\(second)")
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(outcome.errors.contains("several reports would be written to \(second)"), "\(outcome.errors)")
    }
    let linked = try await tree.run("check", "--report", "json=build/new", "--report", "text=linked/new")
    #expect(linked.exitCode == 2, "\(linked.testDescription)")
    let devices = try await tree.run("check", "--report", "json=/dev/null", "--report", "text=/dev/null")
    #expect(devices.exitCode == 1, "\(devices.testDescription)")
  }

  /// What the command reads is not its log, not even where it does not exist yet.
  @Test func aLogThatIsAnInput() async throws {
    for command in [
      "finish 1 implement --return", "update 2 --artifacts", "update 2 --phase-statuses",
      "update 2 --phase-statuses",
    ] {
      let outcome = try await tree.run(
        command.split(separator: " ").map(String.init) + ["n.json", "--log", "./n.json"])
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(
        outcome.errors.contains("--log would overwrite ./n.json, which the command reads"),
        "\(outcome.errors)")
    }
    let left = try await Invocation(arguments: [], directory: tree.path, shell: "ls").run()
    #expect(left.output == "specs\n", "\(left.output)")
  }

  @Test func otherFilesAreWritten() async throws {
    try tree.repository.write("", to: "build/real.json")
    try tree.repository.link("linked", to: "build")
    for path in ["report.json", "new/dir/report.json", "specs/report.json", "linked/real.json", "/dev/null"] {
      let outcome = try await tree.run("check", "--format", "concise", "--report", "json=\(path)")
      #expect(outcome.exitCode == 1, "\(path) \(outcome.testDescription)")
    }
    #expect(try FileBytes.read("\(tree.path)/build/real.json").first == UInt8(ascii: "{"))
  }

  @Test func aHyphenIsNotAFile() async throws {
    for arguments in [
      ["check", "--report", "json=-"], ["check", "--baseline", "-", "--update-baseline", "--grow"],
      ["update", "2", "--status", "researching", "--log", "-"],
    ] {
      let outcome = try await tree.run(arguments)
      #expect(outcome.exitCode == 2 && outcome.errors.contains("needs a file"), "\(outcome.testDescription)")
    }
    let left = try await Invocation(arguments: [], directory: tree.path, shell: "ls").run()
    #expect(left.output == "specs\n", "\(left.output)")
  }

  // MARK: After a commit

  private func spoil() throws {
    try tree.write(
      SampleTree.planText.replacing("[IN PROGRESS]\n\n###", with: "[NOT STARTED]\n\n###"), to: SampleTree.plan
    )
  }

  private func run(_ arguments: String..., into target: String) async throws -> Outcome {
    var invocation = tree.invocation(SampleTree.lenient(arguments))
    invocation.shell = "\"$@\" \(target)"
    return try await invocation.run()
  }

  /// The work is done then, and is not to be done again.
  @Test(arguments: ["text", "concise", "json"]) func aResultThatCannotBeWritten(_ format: String) async throws
  {
    for (target, reason) in [("> /dev/full", "no space left"), (">&-", "bad file descriptor")] {
      try spoil()
      let outcome = try await run("check", "--fix", "--format", format, into: target)
      #expect(outcome.exitCode == 0, "\(target) \(outcome.testDescription)")
      #expect(outcome.errors.contains("warning: standard output could not be written: "), "\(outcome.errors)")
      #expect(outcome.errors.contains("committed: specs/\(SampleTree.plan)"), "\(outcome.errors)")
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(outcome.errors.contains("\"fixed\": [") == (format == "json"), "\(outcome.errors)")
      #expect(try FileBytes.read("\(tree.path)/specs/\(SampleTree.plan)") == Array(SampleTree.planText.utf8))
      // Nothing was to be written: nothing was done.
      #expect(try await run("check", "--fix", into: target).exitCode == 3)
    }
  }

  @Test func aReportThatCannotBeWritten() async throws {
    for path in ["/dev/full", "specs/TODO.md/x", "."] {
      try spoil()
      let outcome = try await tree.run("check", "--fix", "--format", "concise", "--report", "json=\(path)")
      #expect(outcome.exitCode == 0, "\(path) \(outcome.testDescription)")
      #expect(outcome.errors.contains("warning: cannot write \(path): "), "\(outcome.errors)")
      #expect(outcome.errors.contains("committed: specs/\(SampleTree.plan)"), "\(outcome.errors)")
    }
  }

  @Test func aWrongSourceDateIsFoundBeforeTheWork() async throws {
    try spoil()
    var invocation = tree.invocation("check", "--fix")
    invocation.variables["SOURCE_DATE_EPOCH"] = "soon"
    #expect(try await invocation.run().exitCode == 2)
    #expect(try FileBytes.read("\(tree.path)/specs/\(SampleTree.plan)") != Array(SampleTree.planText.utf8))
  }

  // MARK: Descriptors

  @Test func fewDescriptors() async throws {
    var codes: Set<Int32?> = []
    try tree.repository.write("{}", to: "return.json")
    for limit in 4...8 {
      for command in [["finish", "1", "implement", "--return"], ["update", "1", "--artifacts"]] {
        var invocation = tree.invocation(command + ["return.json"])
        invocation.shell = "ulimit -n \(limit); exec \"$@\""
        let outcome = try await invocation.run()
        #expect(
          (outcome.exitCode == 3) == outcome.errors.contains("too many open files"),
          "\(limit) \(outcome.testDescription)")
      }
    }
    for limit in 4...30 {
      for command in [["check", "--format", "json"], ["show"]] {
        var invocation = tree.invocation(command)
        invocation.shell = "ulimit -n \(limit); exec \"$@\""
        let outcome = try await invocation.run()
        codes.insert(outcome.exitCode)
        if outcome.exitCode == 3 {
          #expect(outcome.errors.contains("too many open files"), "\(limit) \(outcome.testDescription)")
          #expect(outcome.output == "" && outcome.errors.contains("ulimit -n"), "\(limit)")
        } else if command == ["show"] {
          #expect(outcome.exitCode == 0, "\(limit) \(outcome.testDescription)")
        } else {
          #expect(try !outcome.findings().contains { $0.rule == "unreadable-file" }, "\(limit)")
        }
        #expect(limit < 12 || outcome.exitCode != 3, "\(limit) \(outcome.testDescription)")
      }
    }
    #expect(codes == [0, 1, 3])
  }
}
