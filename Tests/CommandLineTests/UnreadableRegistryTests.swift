import StatusTestSupport
import Testing

/// A state.json that exists but cannot be read: it must not be treated as empty.
@Suite(.timeLimit(.minutes(5)))
struct UnreadableRegistryTests {
  private static let list = """
    # TODO

    ### 1. First task
    - **Effort**: 2 hours
    - **Status**: [IMPLEMENTING]
    - **Priority**: High
    - **Task Type**: general
    - **Started**: 2025-12-28T10:00:00Z
    - **Plan**: [Plan](001_first_task/plans/implementation-001.md)

    """
  private static let plan = SampleTree.planText.replacing(
    "- **Status**: [IN PROGRESS]", with: "- **Status**: [IMPLEMENTING]\n- **Type**: general")

  private func tree(_ registry: [UInt8]) throws -> SampleTree {
    let tree = try SampleTree()
    try tree.write(Self.list, to: "TODO.md")
    try tree.write(Self.plan, to: SampleTree.plan)
    try tree.write(registry, to: "state.json")
    return tree
  }

  static let damaged: [[UInt8]] = [
    [], Array("{".utf8), [0xFF, 0xFE], Array("<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n".utf8),
    [0x7B, 0x80, 0x7D], Array("[]".utf8), Array("\"x\"".utf8), Array("null\n".utf8),
  ]

  /// The profile then follows from what the Markdown files look like, no file is fixed, and every report says so.
  @Test(arguments: damaged) func theProfileStays(_ registry: [UInt8]) async throws {
    let tree = try tree(registry)
    let before = try FileBytes.read("\(tree.path)/specs/TODO.md")
    for arguments in [
      ["--fix"], ["--fix", "--unsafe-fixes"], ["--profile", "opencode", "--fix"], ["--diff"],
    ] {
      _ = try await tree.run(["check"] + arguments)
      #expect(try FileBytes.read("\(tree.path)/specs/TODO.md") == before, "\(arguments)")
      #expect(
        try FileBytes.read("\(tree.path)/specs/\(SampleTree.plan)") == Array(Self.plan.utf8), "\(arguments)")
      #expect(try FileBytes.read("\(tree.path)/specs/state.json") == registry)
    }
    let concise = try await tree.run("check", "--format", "concise")
    #expect(concise.exitCode == 1)
    #expect(concise.errors.contains("profile claude, state.json cannot be read"), "\(concise.errors)")
    #expect(!concise.output.contains("[misplaced-marker]"), "\(concise.output)")
    let text = try await tree.run("check", "--format", "text")
    #expect(text.output.contains("profile claude: state.json cannot be read; 2 of"), "\(text.output)")
    #expect(try await tree.run("check", "--format", "junit").output.contains("profile claude: state.json"))
  }

  @Test(arguments: damaged) func everyFileOfTheTreeShowsIt(_ registry: [UInt8]) async throws {
    let tree = try tree(registry)
    for path in ["specs/TODO.md", "specs/state.json", "specs/\(SampleTree.plan)"] {
      let found = try await tree.run("check", path, "--format", "json").findings()
      #expect(found.contains { $0.path == "specs/state.json" }, "\(path): \(found)")
    }
  }

  @Test(arguments: damaged) func nothingIsWritten(_ registry: [UInt8]) async throws {
    let tree = try tree(registry)
    for command in [
      ["update", "1", "--status", "completed"], ["begin", "1", "implement"], ["resume", "1"],
    ] {
      let outcome = try await tree.run(command)
      #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
      #expect(outcome.errors.contains("specs/state.json "), "\(outcome.errors)")
      #expect(try FileBytes.read("\(tree.path)/specs/TODO.md") == Array(Self.list.utf8))
      #expect(try FileBytes.read("\(tree.path)/specs/state.json") == registry)
    }
  }

  @Test func theOtherProfileStaysToo() async throws {
    let tree = try SampleTree()
    try tree.repository.makeDirectory(".claude")
    try tree.write("{", to: "state.json")
    let outcome = try await tree.run("check", "--format", "concise")
    #expect(
      outcome.errors.contains("profile opencode, state.json cannot be read; 2 of 2"), "\(outcome.errors)")
    tree.remove("state.json")
    #expect(try await tree.run("check", "-v", "--format", "concise").errors.contains("profile opencode"))
  }

  @Test(arguments: damaged) func showSaysSo(_ registry: [UInt8]) async throws {
    let tree = try tree(registry)
    for arguments in [[], ["1"], ["2"], ["--format", "json"], ["-q"]] {
      let outcome = try await tree.run(["show"] + arguments)
      #expect(outcome.exitCode == 3, "\(arguments)")
      #expect(outcome.errors.contains("statuslint: error: specs/state.json "), "\(outcome.errors)")
    }
    for task in [[], ["1"], ["77"]] {
      let json = try await tree.run(["show", "--format", "json"] + task).json()
      #expect(json["failure"]?[0]?["path"] == .string("specs/state.json"), "\(task): \(json)")
    }
    try tree.write(SampleTree.registry, to: "state.json")
    let sound = try await tree.run("show", "1", "--format", "json")
    #expect(try sound.exitCode == 0 && sound.json()["failure"] == .null)
  }

  /// What belongs to another task keeps nobody from showing this one.
  @Test func showOfAPlanThatCannotBeRead() async throws {
    let tree = try SampleTree()
    try tree.write([0xFF], to: SampleTree.plan)
    #expect(try await tree.run("show", "1").exitCode == 3)
    #expect(try await tree.run("show", "2").exitCode == 0)
    #expect(try await tree.run("show").exitCode == 3)
  }
}
