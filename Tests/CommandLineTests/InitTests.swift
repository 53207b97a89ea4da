import Glibc
import StatusTestSupport
import Testing

/// `init --tree` and `init --baseline`.
struct InitTests {
  private func repository() throws -> TemporaryDirectory {
    let repository = try TemporaryDirectory()
    try repository.write("", to: ".git/HEAD")
    return repository
  }

  private func run(_ arguments: String..., in repository: TemporaryDirectory) async throws -> Outcome {
    try await Invocation(arguments, directory: repository.path).run()
  }

  private func text(_ name: String, in repository: TemporaryDirectory) throws -> String {
    String(decoding: try FileBytes.read("\(repository.path)/\(name)"), as: UTF8.self)
  }

  @Test("the smallest tree is clean in its profile, and can be worked in", arguments: ["opencode", "claude"])
  func firstTree(profile: String) async throws {
    let repository = try repository()
    let made = try await run("init", "--tree", "--profile", profile, in: repository)
    #expect(made.exitCode == 0, "\(made.testDescription)")
    #expect(made.output.hasPrefix("wrote specs/TODO.md\nwrote specs/state.json\nwrote statuslint.json\n"))
    #expect(try text("statuslint.json", in: repository).contains("\"profile\": \"\(profile)\""))
    let check = try await run("check", "--select", "all", "--severity", "all=error", in: repository)
    #expect(check.exitCode == 0 && check.output.contains("no findings"), "\(check.testDescription)")
    #expect(try await run("config", "--check", in: repository).exitCode == 0)
  }

  @Test func theTreeOfAnotherName() async throws {
    let repository = try repository()
    let made = try await run("init", "--tree", "--root", "work/tasks", in: repository)
    #expect(made.exitCode == 0, "\(made.testDescription)")
    #expect(try text("work/tasks/state.json", in: repository).contains("active_projects"))
    #expect(try await run("check", in: repository).exitCode == 0)
  }

  @Test func nothingIsReplaced() async throws {
    let repository = try repository()
    try repository.write("my list\n", to: "specs/TODO.md")
    let refused = try await run("init", "--tree", in: repository)
    #expect(
      refused.exitCode == 2 && refused.errors.contains("specs/TODO.md exists already"), "\(refused.errors)")
    #expect(try text("specs/TODO.md", in: repository) == "my list\n")
    #expect(access("\(repository.path)/specs/state.json", F_OK) != 0)
    let tree = try SampleTree()
    let again = try await tree.run("init", "--tree")
    #expect(again.exitCode == 2 && again.errors.contains("there is a tree already: specs"), "\(again.errors)")
    #expect(access("\(tree.path)/statuslint.json", F_OK) != 0)
  }

  @Test func aBaselineOfAllFindings() async throws {
    let tree = try BrokenTree().sample
    #expect(try await tree.invocation("check").run().exitCode == 1)
    let made = try await tree.run("init", "--baseline")
    #expect(
      made.exitCode == 0 && made.output.hasPrefix("wrote statuslint.baseline.jsonl, with "),
      "\(made.testDescription)")
    let check = try await tree.invocation("check").run()
    #expect(check.exitCode == 0 && check.output.contains("no findings; "), "\(check.testDescription)")
    tree.repository.remove("statuslint.json")
    let again = try await tree.run("init", "--baseline")
    #expect(again.exitCode == 2 && again.errors.contains("there is a baseline already"), "\(again.errors)")
  }
}
