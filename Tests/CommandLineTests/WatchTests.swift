import Glibc
import StatusTestSupport
import Testing

/// `check --watch`, with the built program. Each step waits for a line of output; the one before says that everything is
/// watched.
@Suite(.timeLimit(.minutes(3)))
struct WatchTests {
  private let tree: SampleTree

  init() throws { tree = try SampleTree() }

  private func start(_ arguments: [String] = []) throws -> LiveProgram {
    try LiveProgram(
      SampleTree.lenient(["check", "specs", "--watch", "--format", "jsonl"] + arguments), in: tree.path)
  }

  private func rules(_ line: JSONValue) -> [String] {
    guard case .array(let findings) = line["findings"] else { return ["none: \(line)"] }
    return findings.map { if case .string(let rule) = $0["rule"] { rule } else { "" } }.sorted()
  }

  private func changed(_ line: JSONValue) -> [String] {
    guard case .array(let paths) = line["changed"] else { return [] }
    return paths.map { if case .string(let path) = $0 { path } else { "" } }
  }

  private var spoilt: String { SampleTree.taskList.replacing("[NOT STARTED]", with: "[not started]") }

  /// What a check of the tree as it is finds, without watching.
  private func anew() async throws -> [String] {
    rules(try await tree.run("check", "specs", "--format", "json").json())
  }

  /// The schema of a line.
  private static func schema() throws -> JSONSchema {
    func read(_ name: String) throws -> JSONValue {
      try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/\(name)"))
    }
    let report = "report.schema.json"
    return JSONSchema(try read("watch-line.schema.json"), others: [report: try read(report)])
  }

  /// Puts a file in place as editors do: a new one, which then gets the name.
  private func replace(_ name: String, with text: String) throws {
    try tree.write(text, to: "\(name).swp")
    rename("\(tree.path)/specs/\(name).swp", "\(tree.path)/specs/\(name)")
  }

  @Test func aSaveIsAnswered() async throws {
    let program = try start()
    let before = rules(try program.object())
    #expect(before == (try await anew()))
    try tree.write(spoilt, to: "TODO.md")
    let after = try program.object()
    #expect(rules(after) != before)
    #expect(rules(after) == (try await anew()))
    #expect(changed(after) == ["specs/TODO.md"])
    let schema = try Self.schema()
    #expect(schema.violations(in: after) == [])
    guard case .object(var report) = after else { return }
    report["changed"] = nil
    #expect(schema.violations(in: .object(report)) != [])
    try replace("TODO.md", with: SampleTree.taskList)
    #expect(rules(try program.object()) == before)
    try replace(SampleTree.plan, with: "# Plan\n")
    let broken = try program.object()
    #expect(changed(broken) == ["specs/\(SampleTree.plan)"])
    #expect(rules(broken) == (try await anew()))
  }

  @Test("a file that is still being written is not read before it is closed") func aSaveInTwoSteps()
    async throws
  {
    let program = try start()
    let before = rules(try program.object())
    var writer = tree.invocation()
    writer.shell = "(sleep 0.06; cat) > specs/TODO.md <<'EOF'\n\(spoilt)\nEOF"
    _ = try await writer.run()
    let after = try program.object()
    #expect(rules(after) != before)
    #expect(rules(after) == (try await anew()))
  }

  @Test("files and directories that come, go and move are seen") func structure() async throws {
    let program = try start()
    let before = rules(try program.object())
    try tree.write(SampleTree.planText, to: "002_second_task/plans/implementation-001.md")
    var seen = try program.object()
    // Directories come one by one: the last line is the one that counts.
    while changed(seen) != ["specs/002_second_task/plans/implementation-001.md"] {
      seen = try program.object()
    }
    #expect(rules(seen) == (try await anew()))
    try tree.write("# Plan\n", to: "002_second_task/plans/implementation-002.md")
    #expect(rules(try program.object()) == (try await anew()))
    rename("\(tree.path)/specs/002_second_task", "\(tree.path)/specs/004_second_task")
    #expect(rules(try program.object()) == (try await anew()))
    // What was moved is watched at its new place.
    try tree.write("# Nothing\n", to: "004_second_task/plans/implementation-001.md")
    seen = try program.object()
    #expect(changed(seen) == ["specs/004_second_task/plans/implementation-001.md"])
    #expect(rules(seen) == (try await anew()))
    tree.remove("004_second_task")
    var last = try program.object()
    while rules(last) != before { last = try program.object() }
  }

  @Test("what links lead to is watched, wherever it is") func linkedFiles() async throws {
    try tree.write(
      SampleTree.taskList.replacing(
        "- **Plan**", with: "- **Report**: [Report](src/notes/report.md)\n- **Plan**"),
      to: "TODO.md")
    let program = try start()
    #expect(rules(try program.object()).contains("missing-artifact"))
    try tree.repository.write("# Report\n", to: "src/notes/report.md")
    var line = try program.object()
    while rules(line).contains("missing-artifact") || rules(line).contains("empty-artifact") {
      line = try program.object()
    }
    tree.repository.remove("src")
    while !rules(line).contains("missing-artifact") { line = try program.object() }
  }

  @Test("files of other formats are named, too") func otherFormats() async throws {
    func task(_ number: Int, _ status: String) -> String {
      "---\nid: TASK-\(number)\ntitle: Bake\nstatus: \(status)\ncreated_date: '2026-03-02 08:15'\n---\n\n## Description\n\nBake.\n"
    }
    try tree.repository.write(task(1, "To Do"), to: "backlog/tasks/task-1 - Bake.md")
    try tree.repository.write("project_name: Bakery\n", to: "backlog/config.yml")
    try tree.repository.makeDirectory("elsewhere")
    let program = try LiveProgram(
      SampleTree.lenient(["check", ".", "--watch", "--format", "jsonl"]), in: tree.path)
    _ = try program.object()
    // In one step each: a file that is written in two may be read between them.
    func save(_ text: String, to name: String) throws {
      try tree.repository.write(text, to: "elsewhere/saved")
      rename("\(tree.path)/elsewhere/saved", "\(tree.path)/\(name)")
    }
    try save(task(1, "Done"), to: "backlog/tasks/task-1 - Bake.md")
    #expect(changed(try program.object()) == ["backlog/tasks/task-1 - Bake.md"])
    try save(task(2, "To Do"), to: "backlog/tasks/task-2 - Eat.md")
    #expect(changed(try program.object()) == ["backlog/tasks/task-2 - Eat.md"])
    tree.repository.remove("backlog/tasks/task-1 - Bake.md")
    #expect(changed(try program.object()) == ["backlog/tasks/task-1 - Bake.md"])
  }

  @Test(
    "a symbolic link is followed as soon as there is something where it leads, also outside of the repository"
  )
  func linksToWhatWillCome() async throws {
    let outside = try TemporaryDirectory()
    let place = "\(outside.path)/later/plans/plan.md"
    tree.remove(SampleTree.plan)
    try tree.repository.link("specs/\(SampleTree.plan)", to: place)
    let program = try start()
    let before = rules(try program.object())
    try outside.write(SampleTree.planText, to: "later/plans/plan.md")
    var line = try program.object()
    let wanted = try await anew()
    #expect(wanted != before)
    while rules(line) != wanted { line = try program.object() }
  }

  @Test func filesBehindLinks() async throws {
    try tree.repository.write(SampleTree.planText, to: "elsewhere/plan.md")
    tree.remove(SampleTree.plan)
    try tree.repository.link("specs/\(SampleTree.plan)", to: "../../../elsewhere/plan.md")
    let program = try start()
    let before = rules(try program.object())
    try tree.repository.write("# Plan\n", to: "elsewhere/plan.md")
    #expect(rules(try program.object()) != before)
  }

  @Test func theConfigurationIsReadAnew() async throws {
    try tree.write(spoilt, to: "TODO.md")
    let program = try start()
    #expect(rules(try program.object()).contains("nonstandard-marker"))
    try tree.repository.write(#"{"ignore": ["nonstandard-marker"]}"#, to: "statuslint.json")
    var line = try program.object()
    // It was empty for a moment, which is an error.
    while line["error"] != nil { line = try program.object() }
    #expect(!rules(line).contains("nonstandard-marker"))
    try tree.repository.write(#"{"ignore": ["nonstandard-markers"]}"#, to: "statuslint.json")
    line = try program.object()
    while rules(line).first?.hasPrefix("none") == false { line = try program.object() }
    guard case .string(let error) = line["error"] else {
      Issue.record("\(line)")
      return
    }
    #expect(error.contains("statuslint.json:1:"), "\(error)")
    program.signal(SIGINT)
    #expect(try program.wait() == 2)
  }

  @Test func aTreeThatGoesAndComesBack() async throws {
    let program = try start()
    let before = rules(try program.object())
    rename("\(tree.path)/specs", "\(tree.path)/away")
    let gone = try program.object()
    guard case .string(let error) = gone["error"] else {
      Issue.record("no error")
      return
    }
    #expect(error.contains("specs does not exist"), "\(error)")
    #expect(try Self.schema().violations(in: gone) == [])
    rename("\(tree.path)/away", "\(tree.path)/specs")
    #expect(rules(try program.object()) == before)
    try tree.write(spoilt, to: "TODO.md")
    #expect(rules(try program.object()) != before)
  }

  @Test("more changes than the system remembers") func overflow() async throws {
    let program = try start()
    let before = rules(try program.object())
    program.signal(SIGSTOP)
    for number in 0..<9000 {
      try tree.write("", to: "a\(number % 2)")
      tree.remove("a\(number % 2)")
    }
    try tree.write(spoilt, to: "TODO.md")
    program.signal(SIGCONT)
    var line = try program.object()
    while rules(line) == before { line = try program.object() }
    #expect(rules(line) == (try await anew()))
  }

  @Test("it ends with the exit code of the last check", arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(number: Int32) async throws {
    let clean = try start(["--fail-on", "never"])
    _ = try clean.object()
    clean.signal(number)
    #expect(try clean.wait() == 0)
    try tree.write(spoilt, to: "TODO.md")
    let failing = try start()
    _ = try failing.object()
    failing.signal(number)
    #expect(try failing.wait() == 1)
  }

  @Test("programs that are started at the same time do not hold each other's output open")
  func manyAtATime() async throws {
    let programs = try await withThrowingTaskGroup(of: LiveProgram.self) { group in
      for _ in 0..<12 { group.addTask { try start(["--fail-on", "never"]) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for program in programs {
      _ = try program.object()
      program.signal(SIGINT)
      #expect(try program.wait() == 0)
    }
  }

  @Test func itEndsWhenNobodyReads() async throws {
    let program = try start(["--fail-on", "never"])
    _ = try program.object()
    program.stopReading()
    #expect(program.end() == 0)
  }

  @Test("a terminal is cleared, and Ctrl-C ends the program") func terminal() throws {
    let program = try LiveProgram(
      SampleTree.lenient(["check", "specs", "--watch", "--fail-on", "never", "--color", "never"]),
      in: tree.path, onTerminal: true)
    let waiting = "press Ctrl-C to end\r\n"
    let first = try program.read(until: waiting)
    #expect(first.hasPrefix("\u{1B}[H\u{1B}[2J\u{1B}[3J"), "\(first)")
    try replace("TODO.md", with: spoilt)
    let second = try program.read(until: waiting)
    #expect(second.hasPrefix("\u{1B}[H\u{1B}[2J\u{1B}[3Jstatuslint: changed: specs/TODO.md\r\n"), "\(second)")
    #expect(second.contains("[not started]"))
    program.type("\u{3}")
    #expect(try program.wait() == 0)
  }

  @Test func aPipeIsNotCleared() throws {
    let program = try LiveProgram(
      SampleTree.lenient(["check", "specs", "--watch"]), in: tree.path, joinsErrors: true)
    #expect(try !program.read(until: "press Ctrl-C to end\n").contains("\u{1B}"))
    try replace("TODO.md", with: spoilt)
    #expect(try program.read(until: " ms)\n").hasPrefix("statuslint: changed: specs/TODO.md\n"))
  }

  @Test(arguments: [
    (["--fix"], "--watch and --fix cannot be combined"),
    (["--fix-only"], "--watch and --fix-only cannot be combined"),
    (["--diff"], "--watch and --diff cannot be combined"),
    (["--report", "json=x.json"], "--watch and --report cannot be combined"),
    (["--baseline", "b", "--update-baseline"], "--watch and --update-baseline cannot be combined"),
    (["--format", "sarif"], "--watch cannot print sarif"),
    (["--format", "jsonl", "--statistics"], "--watch --format jsonl and --statistics cannot be combined"),
  ])
  func whatMakesNoSense(arguments: [String], message: String) async throws {
    let outcome = try await tree.run(["check", "specs", "--watch"] + arguments)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.hasPrefix("statuslint: error: \(message)\n  help: "), "\(outcome.errors)")
    let input = try await tree.run("check", "--watch", "--stdin-path", "specs/TODO.md")
    #expect(input.errors.hasPrefix("statuslint: error: --watch and --stdin-path cannot be combined"))
  }

  @Test func itWritesNothing() async throws {
    try tree.repository.write(
      #"{"reports": [{"format": "json", "path": "report.json"}]}"#, to: "statuslint.json")
    let program = try start()
    _ = try program.object()
    program.signal(SIGINT)
    _ = try program.wait()
    #expect(access("\(tree.path)/report.json", F_OK) != 0)
  }
}
