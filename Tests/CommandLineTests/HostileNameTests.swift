import StatusTestSupport
import Testing

/// Names of files and directories that are any bytes but NUL and the slash.
@Suite(.timeLimit(.minutes(5)))
struct HostileNameTests {
  private static let names: [[UInt8]] = [
    Array("a\nb".utf8), Array("\u{1B}[31mred".utf8), Array("a\r\u{8}".utf8), [0xFF, 0xFE], [0x61, 0xC3],
    [0xED, 0xA0, 0x80], Array("\u{202E}gpj".utf8), Array("\u{10F7FF}".utf8), Array("\u{9B}31m".utf8),
    Array("\n::error::x".utf8), Array("##[error]".utf8), Array(" ".utf8), Array("-rf".utf8),
    Array("a:1:2: b".utf8),
    Array("%0A&<>\"'".utf8), Array("..".utf8) + Array("x".utf8), [UInt8](repeating: 0x78, count: 200),
  ]

  private func path(_ tree: SampleTree, _ pieces: [UInt8]...) -> [UInt8] {
    Array("\(tree.path)/".utf8) + Array(pieces.joined())
  }

  /// A plan of that name, unreadable so that it is named, and a project directory of that slug.
  @Test(arguments: names) func filesAndDirectories(_ name: [UInt8]) async throws {
    let tree = try SampleTree()
    let project = Array("specs/002_".utf8) + name
    try RawFiles.makeDirectory(path(tree, project))
    try RawFiles.makeDirectory(path(tree, project, Array("/plans".utf8)))
    try RawFiles.makeFIFO(path(tree, project, Array("/plans/".utf8), name, Array(".md".utf8)))
    try RawFiles.makeFIFO(path(tree, project, Array("/state.json".utf8)))
    for format in ["text", "json", "junit"] {
      var invocation = tree.invocation("check", "specs", "--format", format, "--select", "unreadable-file")
      invocation.variables["GITHUB_ACTIONS"] = "true"
      let outcome = try await invocation.run()
      #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
      #expect(outcome.output.contains("it is a named pipe"))
      #expect(!outcome.output.contains("##["))
      #expect(outcome.output.split(separator: "\n").allSatisfy { !$0.hasPrefix("::") })
      if format == "json" { #expect(try outcome.findings().count == 2) }
    }
    for arguments in [["show", "2"], ["show", "2", "--format", "json"]] {
      let outcome = try await tree.run(arguments)
      // The task's plan and state cannot be read.
      #expect(outcome.exitCode == 3, "\(outcome.testDescription)")
    }
  }

  /// The same names above the tree, on the command line, and as the working directory.
  @Test(arguments: names) func directoriesAbove(_ name: [UInt8]) async throws {
    let outer = try TemporaryDirectory()
    let tree = try SampleTree()
    tree.remove("TODO.md")
    let base = Array("\(outer.path)/".utf8) + name
    try RawFiles.makeDirectory(base)
    try RawFiles.rename(Array("\(tree.path)/specs".utf8), to: base + Array("/specs".utf8))
    let check = ["check", "--select", "unreadable-file"].map { Array($0.utf8) }
    for argument in [base + Array("/specs".utf8), base + Array("/specs/TODO.md".utf8)] {
      // The last one does not exist.
      let outcome = try await Invocation(arguments: check + [argument], directory: "/").run()
      #expect(
        outcome.exitCode == (argument.suffix(3).elementsEqual(Array(".md".utf8)) ? 2 : 1),
        "\(outcome.testDescription)")
    }
    var inside = Invocation(arguments: [base] + check, directory: "/")
    inside.shell = "program=$1; cd \"$2\" || exit 9; shift 2; exec \"$program\" \"$@\""
    let outcome = try await inside.run()
    #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
    #expect(outcome.output.contains("--> specs/TODO.md"))
    #expect(
      try await Invocation(arguments: [Array("outline".utf8), base], directory: "/").run().exitCode == 2)
    let report = base + Array("/r\n\u{1B}.json".utf8)
    let written = try await Invocation(
      arguments: check + [Array("--report".utf8), Array("json=".utf8) + report, base], directory: "/"
    ).run()
    #expect(written.exitCode == 1, "\(written.testDescription)")
    #expect(try JSONValue(parsing: RawFiles.read(report))["summary"] != nil)
  }

  /// What is not UTF-8 cannot be written into a tracking file.
  @Test func artifacts() async throws {
    let tree = try SampleTree()
    let before = try FileBytes.read("\(tree.path)/specs/state.json")
    func run(_ option: String, _ value: [UInt8]) async throws -> Outcome {
      var invocation = tree.invocation("update", "1", "--status", "blocked")
      invocation.arguments += [Array(option.utf8), value]
      return try await invocation.run()
    }
    var make = Invocation(arguments: [], directory: tree.path)
    make.shell = "printf x >\"$(printf 'a\\377.md')\""
    #expect(try await make.run().exitCode == 0)
    for (option, value) in [("--artifact", Array("research=".utf8)), ("--plan", [])] {
      let outcome = try await run(option, value + [0x61, 0xFF] + Array(".md".utf8))
      #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
      #expect(
        outcome.errors.contains("Artifact cannot be linked by its path: a\\xff.md"), "\(outcome.errors)")
    }
    for option in ["--reason", "--revision-reason", "--allow-transition", "--delegation-path"] {
      let outcome = try await run(option, Array("no rain ".utf8) + [0xFF])
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(outcome.errors.contains("for \(option): it is not valid UTF-8"), "\(outcome.errors)")
    }
    #expect(try FileBytes.read("\(tree.path)/specs/state.json") == before)
  }

  /// A link would be read as an absolute path, or as several.
  @Test(arguments: ["~/notes.md", "C:/notes.md", "a.md,b.md", "src/a.md;b.md", "specs/001_first_task/~/a.md"])
  func namesThatReadLikeSomethingElse(_ name: String) async throws {
    let tree = try SampleTree()
    try tree.repository.write("x", to: name)
    for option in ["--artifact=research=\(name)", "--artifact=implementation=\(name)", "--plan=\(name)"] {
      let outcome = try await tree.run("update", "1", option)
      #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
      #expect(outcome.errors.contains("Artifact cannot be linked by its path: \(name)"), "\(outcome.errors)")
    }
  }
}
