import StatusTestSupport
import Testing

/// Which trees the paths on the command line mean, and how their files are called.
@Suite(.timeLimit(.minutes(5)))
struct LocationTests {
  /// A tree in which task 2 is said to be completed by state.json alone.
  private func contradictoryTree(_ root: String = "specs") throws -> SampleTree {
    let tree = try SampleTree(root: root)
    try contradict(tree.repository, root)
    return tree
  }

  private func contradict(_ repository: TemporaryDirectory, _ root: String) throws {
    let text = SampleTree.registry.replacing("not_started", with: "completed")
    try repository.write(text, to: "\(root)/state.json")
  }

  /// The paths of the contradictions that `check` shows, from the text before the line number.
  private func shownPaths(_ directory: String, _ arguments: String...) async throws -> Set<String> {
    let all = ["check", "--select", "status-mismatch", "--format", "concise"] + arguments
    let outcome = try await Invocation(all, directory: directory).run()
    #expect(outcome.exitCode == (outcome.output.isEmpty ? 0 : 1), "\(outcome.testDescription)")
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").filter { $0.contains("[status-mismatch]") }
    return Set(lines.map { String($0.prefix { $0 != ":" }) })
  }

  @Test func withAndWithoutTheParserTheCheckIsTheSame() async throws {
    let tree = try contradictoryTree()
    let plain = try await tree.run("check", "specs")
    // Options that say what is so anyway.
    let parsed = try await tree.run(
      "check", "specs", "--fail-on", "warning", "--format", "text", "--size-limit", "64M", "--profile",
      "auto",
      "--junit-detail", "failing", "--color", "auto")
    #expect(plain.exitCode == 1 && parsed.exitCode == 1)
    // The last line tells how long it took.
    #expect(
      plain.output.split(separator: "\n").dropLast() == parsed.output.split(separator: "\n").dropLast())
  }

  @Test func aTreeIsFoundFromEverywhere() async throws {
    let tree = try contradictoryTree()
    try tree.repository.write("", to: "src/a/b.txt")
    let path = tree.path
    #expect(try await shownPaths(path) == ["specs/TODO.md"])
    for given in [
      ".", "specs", "./specs/", "specs//", "specs/../specs", "../../../../../../../..\(path)", path,
    ] {
      #expect(try await shownPaths(path, given) == ["specs/TODO.md"], "\(given)")
    }
    // Next to the tree there is no tree, but one that the user may mean.
    for given in ["src", "src/a/b.txt"] {
      let outcome = try await tree.run("check", given)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("there is one in \(path)/specs"), "\(outcome.errors)")
    }
  }

  /// Commands that move tasks show paths the same way; programs get them from the repository root.
  @Test func pathsOfTasksFromTheWorkingDirectory() async throws {
    let tree = try SampleTree()
    func run(_ arguments: String...) async throws -> Outcome {
      try await Invocation(arguments, directory: "\(tree.path)/specs").run()
    }
    let resumed = try await run("resume", "1")
    #expect(resumed.output.contains("\nplan \(SampleTree.plan)\n"), "\(resumed.testDescription)")
    let json = try await run("resume", "1", "--format", "json")
    #expect(json.output.contains("\"plan\": \"specs/\(SampleTree.plan)\""), "\(json.testDescription)")
    let change = ["update", "1", "--phase", "9=completed"]
    let refused = try await run(change[0], change[1], change[2], change[3])
    #expect(
      refused.errors.contains("error: Phase 9 not found in plan file \(SampleTree.plan)\n"),
      "\(refused.testDescription)")
    let object = try await run(change[0], change[1], change[2], change[3], "--format", "json")
    #expect(object.output.contains("in plan file specs/\(SampleTree.plan)\""), "\(object.testDescription)")
    try contradict(tree.repository, "specs")
    for command in [["update", "2", "--status", "blocked"], ["resume", "2"], ["begin", "2", "research"]] {
      let outcome = try await Invocation(command, directory: "\(tree.path)/specs/001_first_task").run()
      #expect(
        outcome.errors.contains("[NOT STARTED] in ../TODO.md, but \"completed\" in ../state.json"),
        "\(outcome.testDescription)")
    }
    try tree.write("{", to: "state.json")
    for command in [["show"], ["resume", "1"], ["update", "1", "--status", "partial"]] {
      let outcome = try await Invocation(command, directory: "\(tree.path)/specs").run()
      #expect(outcome.errors.contains("error: state.json is not JSON"), "\(outcome.testDescription)")
    }
  }

  /// Paths are shown as a person would type them from the working directory.
  @Test func pathsAreShownFromTheWorkingDirectory() async throws {
    let tree = try contradictoryTree()
    let path = tree.path
    #expect(try await shownPaths(path) == ["specs/TODO.md"])
    for given in [[], ["TODO.md"], ["."], ["../specs"], ["\(path)/specs"]] {
      let all = ["check", "--select", "status-mismatch", "--format", "concise"] + given
      let outcome = try await Invocation(all, directory: "\(path)/specs")
        .run()
      #expect(outcome.output.hasPrefix("TODO.md:16:15: "), "\(given): \(outcome.output)")
    }
    #expect(try await shownPaths("\(path)/specs/001_first_task/plans") == ["../../TODO.md"])
    #expect(try await shownPaths("\(path)/specs/001_first_task", "..") == ["../TODO.md"])
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    #expect(try await shownPaths("/\(parent)", last) == ["\(last)/specs/TODO.md"])
    #expect(try await shownPaths("/usr", "\(path)/specs") == ["\(path)/specs/TODO.md"])
  }

  @Test func severalTreesOfARepository() async throws {
    let tree = try contradictoryTree()
    for root in [".opencode/specs", ".claude/specs"] {
      try tree.addTree(root)
      try contradict(tree.repository, root)
    }
    let all = try await shownPaths(tree.path)
    #expect(Set(all.map { $0.prefix { $0 != "/" } }) == ["specs", ".opencode", ".claude"])
    #expect(try await shownPaths(tree.path, "specs").allSatisfy { $0.hasPrefix("specs/") })
    #expect(try await shownPaths(tree.path, ".opencode").allSatisfy { $0.hasPrefix(".opencode/specs/") })
    #expect(try await shownPaths(tree.path, "specs", ".claude/specs").count == 2)
    // Each tree once, however often it is named.
    let twice = try await tree.run(
      "check", "specs", "./specs", ".", "--format", "json", "--select", "status-mismatch")
    #expect(try twice.findings().count == 3)
  }

  @Test func treesOfSeveralRepositories() async throws {
    let first = try contradictoryTree()
    let second = try contradictoryTree(".opencode/specs")
    let shown = try await shownPaths("/", first.path, second.path)
    #expect(shown.count == 2)
    #expect(shown.contains { $0.hasSuffix("\(first.path.dropFirst())/specs/TODO.md") }, "\(shown)")
    #expect(shown.contains { $0.hasSuffix("\(second.path.dropFirst())/.opencode/specs/TODO.md") }, "\(shown)")
    let report = try await Invocation(
      ["check", first.path, second.path, "--format", "json", "--select", "status-mismatch"], directory: "/"
    ).run()
    #expect(Set(try report.findings().map(\.path)).count == 2)
  }

  @Test func aFileNarrowsWhatIsShown() async throws {
    let tree = try contradictoryTree()
    try tree.write(SampleTree.planText, to: "002_second_task/plans/implementation-001.md")
    // A contradiction belongs to both of its files.
    for path in ["specs/TODO.md", "specs/state.json"] {
      #expect(try await shownPaths(tree.path, path) == ["specs/TODO.md"], "\(path)")
    }
    #expect(try await shownPaths(tree.path, "specs/001_first_task") == [])
    #expect(try await shownPaths(tree.path, "specs/state.json", "specs/001_first_task") == ["specs/TODO.md"])
    #expect(try await shownPaths(tree.path, "specs/001_first_task", "specs") == ["specs/TODO.md"])
    // What is narrowed to nothing still is a check that passes, and says of how many files.
    let narrowed = try await tree.run("check", "specs/001_first_task", "--select", "status-mismatch")
    #expect(narrowed.exitCode == 0)
    #expect(narrowed.output.contains("no findings"))
  }

  @Test func aProjectDirectoryIsPartOfItsTree() async throws {
    let tree = try contradictoryTree()
    try tree.write("{\"project_number\": 1, \"active_projects\": []}", to: "001_first_task/state.json")
    try tree.write("{\"active_projects\": []}", to: "archive/state.json")
    try tree.write("# TODO\n", to: "archive/TODO.md")
    for inside in ["001_first_task", "001_first_task/plans", "archive"] {
      let outcome = try await tree.run("check", "specs/\(inside)", "--format", "json", "--select", "syntax")
      #expect(try outcome.findings() == [], "\(inside)")
      #expect(try await shownPaths("\(tree.path)/specs/\(inside)").count == 1, "\(inside)")
    }
  }

  @Test func noTree() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "src/main.c")
    try directory.write("{\"version\": 1}", to: "state.json")
    for path in [".", "src", "src/main.c", "state.json"] {
      let outcome = try await Invocation(["check", path], directory: directory.path).run()
      #expect(outcome.exitCode == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("no specs tree in \(path == "." ? "the working directory" : path)"))
      #expect(outcome.errors.contains("help: give the directory that contains TODO.md and state.json"))
    }
  }

  /// TODO.md is a usual name: one in a repository's root does not make the repository a tree, when there is one in
  /// the usual place.
  @Test func aLoneTaskListAboveTheTree() async throws {
    let tree = try contradictoryTree()
    try tree.repository.write("# Things to do\n\n- [ ] write docs\n", to: "TODO.md")
    for path in ["specs", ".", "specs/TODO.md"] {
      let outcome = try await tree.run("check", path, "--format", "json")
      #expect(try outcome.findings().allSatisfy { $0.path.hasPrefix("specs/") }, "\(path): \(outcome.output)")
      #expect(try outcome.findings().contains { $0.rule == "status-mismatch" }, "\(path)")
    }
    #expect(try await shownPaths("\(tree.path)/specs/001_first_task").count == 1)
  }

  @Test func aTreeThatIsTheRepository() async throws {
    let tree = try contradictoryTree(".")
    #expect(try await shownPaths(tree.path) == ["TODO.md"])
    #expect(try await shownPaths("\(tree.path)/001_first_task") == ["../TODO.md"])
    #expect(try await shownPaths(tree.path, "TODO.md") == ["TODO.md"])
    #expect(try await shownPaths(tree.path, "state.json") == ["TODO.md"])
  }

  @Test func rootOptionStandsInForPaths() async throws {
    let tree = try contradictoryTree()
    #expect(try await shownPaths("/", "--root", tree.path).count == 1)
    let outcome = try await tree.run("check", "--root", "specs", "--format", "json")
    #expect(outcome.exitCode == 1)
    // Beside paths, it must mean the same tree.
    #expect(try await tree.run("check", "specs/TODO.md", "--root", "specs").exitCode == 1)
    try tree.addTree(".claude/specs")
    let other = try await tree.run("check", ".claude/specs", "--root", "specs")
    #expect(other.exitCode == 2 && other.errors.contains("leave out --root"), "\(other.errors)")
  }

  /// What is not judged is not called free of findings.
  @Test func pathsThatAreNotTrackingFiles() async throws {
    let tree = try SampleTree()
    try tree.write("x", to: "001_first_task/reports/research-001.md")
    try tree.write("x", to: "notes/a.md")
    try tree.write(SampleTree.planText, to: "archive/003_third/plans/implementation-001.md")
    for path in [
      "001_first_task/reports/research-001.md", "001_first_task/reports", "notes", "notes/a.md",
      "archive/003_third/plans/implementation-001.md", "archive/003_third", "archive",
    ] {
      for fix in [[], ["--fix"], ["--diff"]] {
        let arguments = ["check", "specs/\(path)"] + fix
        let outcome = try await tree.run(arguments)
        #expect(outcome.exitCode == 2 && outcome.output == "", "\(arguments) \(outcome.testDescription)")
        #expect(outcome.errors.contains("specs/\(path) is not a tracking file"), "\(outcome.errors)")
      }
    }
    for path in ["archive/003_third/plans/implementation-001.md", "archive/003_third", "archive"] {
      let archived = try await tree.run("check", "specs/\(path)", "--archive")
      #expect(archived.exitCode == 1, "\(archived.testDescription)")
    }
    for path in ["001_first_task", "001_first_task/plans"] {
      let outcome = try await tree.run("check", "specs/\(path)")
      #expect(outcome.exitCode == 0, "\(path) \(outcome.testDescription)")
    }
  }

  @Test func missingRootFilesAreFindings() async throws {
    for name in ["TODO.md", "state.json"] {
      let tree = try SampleTree()
      tree.remove(name)
      let outcome = try await tree.run("check", "specs", "--format", "json")
      #expect(outcome.exitCode == 1)
      let found = try outcome.findings().filter { $0.rule == "unreadable-file" }
      #expect(found.map(\.path) == ["specs/\(name)"])
      #expect(found.first?.message.contains("does not exist") == true)
      let text = try await tree.run("check", "specs")
      #expect(text.output.contains("specs/\(name)"))
    }
  }

  /// In specs/ they are missing; that they once were there shows in the project directories.
  @Test func anEmptySpecsDirectory() async throws {
    let tree = try SampleTree()
    tree.remove("TODO.md")
    tree.remove("state.json")
    let outcome = try await tree.run("check", "specs")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("no specs tree in specs"))
  }

  @Test func theWorkingDirectoryIsGone() async throws {
    let tree = try SampleTree()
    try tree.repository.makeDirectory("gone")
    var invocation = tree.invocation("check")
    invocation.shell = "cd gone && rmdir ../gone && \"$@\""
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("working directory"))
  }
}
