import Glibc
import StatusTestSupport
import Testing

/// Files that exist but cannot be read: each is a finding, and the check continues.
@Suite(.timeLimit(.minutes(5)))
struct UnreadableFileTests {
  private static let names = ["TODO.md", "state.json", SampleTree.plan, "001_first_task/state.json"]

  /// Expects exactly one file that cannot be read, `name`, for a reason that contains `reason`.
  private func expectUnreadable(
    _ name: String, _ reason: String, in tree: SampleTree, unprivileged: Bool = false,
    location: SourceLocation = #_sourceLocation
  ) async throws {
    var invocation = tree.invocation("check", "specs", "--format", "json")
    invocation.isUnprivileged = unprivileged
    let outcome = try await invocation.run(location)
    #expect(outcome.exitCode == 1, "\(outcome.testDescription)", sourceLocation: location)
    let found = try outcome.findings(location).filter { $0.rule == "unreadable-file" }
    #expect(found.map(\.path) == ["specs/\(name)"], sourceLocation: location)
    #expect(found.first?.message.contains(reason) == true, "\(found)", sourceLocation: location)
    var asText = tree.invocation("check", "specs", "--format", "text")
    asText.isUnprivileged = unprivileged
    let text = try await asText.run(location)
    #expect(text.output.contains("specs/\(name)"), sourceLocation: location)
  }

  @Test(
    .enabled(if: Invocation.canDropPrivileges, "needs root, to run the program as another user"),
    arguments: names)
  func withoutPermission(_ name: String) async throws {
    let tree = try SampleTree()
    try tree.write("{\"project_number\": 1}", to: "001_first_task/state.json")
    try tree.repository.setMode("specs/\(name)", 0)
    try await expectUnreadable(name, "permission denied", in: tree, unprivileged: true)
  }

  @Test(
    .enabled(if: Invocation.canDropPrivileges, "needs root, to run the program as another user"),
    arguments: ["001_first_task/plans", "001_first_task"])
  func directoriesWithoutPermission(_ name: String) async throws {
    let tree = try SampleTree()
    try tree.repository.setMode("specs/\(name)", 0)
    var invocation = tree.invocation("check", "specs", "--format", "json")
    invocation.isUnprivileged = true
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
    // What cannot be examined is not missing.
    #expect(try outcome.findings().allSatisfy { $0.rule != "missing-artifact" })
    let found = try outcome.findings().filter { $0.rule == "unreadable-file" }
    #expect(!found.isEmpty)
    #expect(
      found.allSatisfy { $0.path.hasPrefix("specs/\(name)") && $0.message.contains("permission denied") })
  }

  @Test(
    .enabled(if: Invocation.canDropPrivileges, "needs root, to run the program as another user"),
    arguments: [(0o000, 3), (0o444, 1), (0o111, 3), (0o300, 3)] as [(UInt32, Int32)])
  func aTreeWithoutPermission(_ mode: UInt32, code: Int32) async throws {
    let tree = try SampleTree()
    try tree.repository.setMode("specs", mode)
    var invocation = tree.invocation("check", "specs")
    invocation.isUnprivileged = true
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == code, "\(outcome.testDescription)")
    #expect((outcome.output + outcome.errors).contains("ermission denied"), "\(outcome.testDescription)")
    try tree.repository.setMode("specs", 0o755)
  }

  @Test(arguments: names) func aDirectoryInItsPlace(_ name: String) async throws {
    let tree = try SampleTree()
    tree.remove(name)
    try tree.repository.makeDirectory("specs/\(name)")
    if name == SampleTree.plan {
      // One that is named like a plan may as well group plans.
      let outcome = try await tree.run("check", "specs")
      #expect(outcome.exitCode != nil)
    } else {
      try await expectUnreadable(name, "it is a directory", in: tree)
    }
  }

  @Test(arguments: names) func aPipeInItsPlace(_ name: String) async throws {
    let tree = try SampleTree()
    tree.remove(name)
    try tree.repository.makeFIFO("specs/\(name)")
    try await expectUnreadable(name, "it is a named pipe", in: tree)
  }

  @Test(arguments: names, ["/dev/zero", "/dev/stdin", "/etc/passwd", "/proc/self/mem", "/"])
  func aLinkOutOfTheRepository(_ name: String, _ target: String) async throws {
    let tree = try SampleTree()
    tree.remove(name)
    try tree.repository.link("specs/\(name)", to: target)
    let reason = target == "/dev/stdin" ? "" : ", outside "
    try await expectUnreadable(name, reason, in: tree)
  }

  @Test(arguments: names) func aLinkLoop(_ name: String) async throws {
    let tree = try SampleTree()
    tree.remove(name)
    let file = name.split(separator: "/").last.map(String.init) ?? name
    try tree.repository.link("specs/\(name)", to: file)
    try await expectUnreadable(name, "too many", in: tree)
  }

  @Test(arguments: names) func aLinkToNowhere(_ name: String) async throws {
    let tree = try SampleTree()
    tree.remove(name)
    try tree.repository.link("specs/\(name)", to: "nowhere")
    try await expectUnreadable(name, "the link is broken", in: tree)
  }

  /// A link within the repository is as good as the file.
  @Test(arguments: ["TODO.md", "state.json", SampleTree.plan]) func aLinkInTheRepository(_ name: String)
    async throws
  {
    let tree = try SampleTree()
    let plain = try await tree.run("check", "specs", "--format", "json")
    let bytes = try FileBytes.read("\(tree.path)/specs/\(name)")
    tree.remove(name)
    try tree.repository.write(bytes, to: "kept/file")
    try tree.repository.link("specs/\(name)", to: "\(tree.path)/kept/file")
    let linked = try await tree.run("check", "specs", "--format", "json")
    #expect(linked.exitCode == plain.exitCode)
    #expect(try linked.findings() == plain.findings())
  }

  @Test func directoriesThatLeadOut() async throws {
    let outside = try SampleTree()
    let tree = try SampleTree()
    try outside.write("# Stolen [COMPLETED] secret\n", to: SampleTree.plan)
    tree.remove("001_first_task/plans")
    try tree.repository.link("specs/001_first_task/plans", to: "\(outside.path)/specs/001_first_task/plans")
    try await expectUnreadable("001_first_task/plans", ", outside ", in: tree)
    tree.remove("001_first_task")
    try tree.repository.link("specs/001_first_task", to: "\(outside.path)/specs/001_first_task")
    let outcome = try await tree.run("check", "specs", "--format", "json", "--select", "all")
    #expect(!outcome.output.contains("secret"))
    let shown = try await tree.run("show", "1", "--format", "json")
    #expect(try shown.json()["plan"] == .null, "\(shown.output)")
  }

  /// Directories whose state.json is read for being JSON alone.
  @Test(arguments: ["maintenance", "reviews", "archive"]) func recordsThatLeadOut(_ name: String) async throws
  {
    let outside = try TemporaryDirectory()
    try outside.write("secret, and no JSON", to: "state.json")
    let tree = try SampleTree()
    try tree.repository.link("specs/\(name)", to: outside.path)
    let outcome = try await tree.run("check", "specs", "--format", "text", "--select", "all")
    #expect(!outcome.output.contains("secret"), "\(outcome.output)")
    #expect(outcome.output.contains(", outside "), "\(outcome.output)")
    tree.remove(name)
    try tree.repository.write("{}", to: "kept/state.json")
    try tree.repository.link("specs/\(name)", to: "../kept")
    let inside = try await tree.run("check", "specs", "--select", "unreadable-file")
    #expect(inside.exitCode == 0, "\(inside.testDescription)")
  }

  /// A state.json that cannot be read may be a registry; the check says why it does not know.
  @Test func aRegistryAloneThatCannotBeRead() async throws {
    let tree = try SampleTree()
    tree.remove("TODO.md")
    tree.remove("state.json")
    try tree.repository.makeFIFO("specs/state.json")
    let pipe = try await tree.run("check", "specs", "--format", "json", "--select", "unreadable-file")
    #expect(try pipe.findings().map(\.path) == ["specs/TODO.md", "specs/state.json"])
    tree.remove("state.json")
    try tree.write("{\"active_projects\": []}", to: "state.json")
    #expect(truncate("\(tree.path)/specs/state.json", 65 << 20) == 0)
    for path in ["specs", ".", "specs/001_first_task"] {
      let outcome = try await tree.run("check", path, "--format", "json", "--select", "unreadable-file")
      // Whatever is asked for, it is compared with these two.
      #expect(try outcome.findings().map(\.path) == ["specs/TODO.md", "specs/state.json"], "\(path)")
    }
    // A file in a tree, however odd, is not another tree.
    try tree.write(SampleTree.taskList, to: "TODO.md")
    try tree.repository.makeFIFO("specs/001_first_task/state.json")
    let project = try await tree.run(
      "check", "specs/001_first_task", "--format", "json", "--select", "unreadable-file")
    #expect(
      try project.findings().map(\.path) == ["specs/001_first_task/state.json", "specs/state.json"])
  }

  /// Directories reached by a link within the repository are read, under the names by which they were reached.
  @Test func directoriesThatStayInside() async throws {
    let tree = try SampleTree()
    try tree.repository.write(SampleTree.planText, to: "kept/plans/implementation-001.md")
    tree.remove("001_first_task")
    try tree.repository.link("specs/001_first_task", to: "../kept")
    let shown = try await tree.run("show", "1", "--format", "json")
    #expect(
      try shown.json()["plan"]?["path"] == "specs/001_first_task/plans/implementation-001.md",
      "\(shown.output)")
    let outcome = try await tree.run("check", "specs", "--format", "json")
    #expect(try !outcome.findings().contains { $0.rule == "unreadable-file" }, "\(outcome.output)")
  }

  /// A project directory that is a link, with plans/ in it that is another, and a loop of directories.
  @Test func directoryLinksUponLinks() async throws {
    let tree = try SampleTree()
    try tree.repository.write(SampleTree.planText, to: "deep/implementation-001.md")
    try tree.repository.write("", to: "kept/empty")
    try tree.repository.link("kept/plans", to: "../deep")
    tree.remove("001_first_task")
    try tree.repository.link("specs/001_first_task", to: "../kept")
    try tree.repository.link("specs/002_second_task", to: ".")
    try tree.repository.link("deep/loop.md", to: "loop.md")
    try tree.repository.link("specs/003_loop", to: "003_loop")
    let shown = try await tree.run("show", "1", "--format", "json")
    #expect(
      try shown.json()["plan"]?["path"] == "specs/001_first_task/plans/implementation-001.md",
      "\(shown.output)")
    let outcome = try await tree.run("check", "specs", "--format", "json")
    let found = try outcome.findings().filter { $0.rule == "unreadable-file" }
    #expect(found.map(\.path) == ["specs/001_first_task/plans/loop.md"])
  }

  /// What the user names is followed wherever it leads.
  @Test func theTreeItselfIsALink() async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.registry.replacing("not_started", with: "completed"), to: "state.json")
    let elsewhere = try TemporaryDirectory()
    try elsewhere.write("", to: ".git/HEAD")
    try elsewhere.link("specs", to: "\(tree.path)/specs")
    try elsewhere.link("whole", to: tree.path)
    for path in ["specs", ".", "specs/TODO.md", "specs/001_first_task", "whole", "whole/specs"] {
      let arguments = ["check", path, "--select", "status-mismatch", "--format", "json"]
      let outcome = try await Invocation(arguments, directory: elsewhere.path).run()
      #expect(
        outcome.exitCode == (path == "specs/001_first_task" ? 0 : 1), "\(path) \(outcome.testDescription)")
    }
    let loop = try TemporaryDirectory()
    try loop.link("specs", to: "specs")
    let outcome = try await Invocation(["check", "specs"], directory: loop.path).run()
    #expect(outcome.exitCode == 3)
    #expect(
      outcome.errors.contains("error: cannot read specs: too many levels of symbolic links"),
      "\(outcome.errors)")
    let dangling = try TemporaryDirectory()
    try dangling.link("specs", to: "nowhere")
    let broken = try await Invocation(["check", "specs"], directory: dangling.path).run()
    #expect(broken.exitCode == 2)
    #expect(broken.errors.contains("broken"), "\(broken.errors)")
  }

  @Test func aFileOverTheLimit() async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.taskList + String(repeating: "x", count: 4096), to: "TODO.md")
    let outcome = try await tree.run("check", "specs", "--size-limit", "4K", "--format", "json")
    #expect(outcome.exitCode == 1)
    let found = try outcome.findings().filter { $0.rule == "unreadable-file" }
    #expect(found.map(\.path) == ["specs/TODO.md"])
    #expect(found.first?.message.contains("limit of 4096") == true)
    let larger = try await tree.run("check", "specs", "--size-limit", "1M", "--format", "json")
    #expect(try !larger.findings().contains { $0.rule == "unreadable-file" })
    let none = try await tree.run("check", "specs", "--size-limit", "0", "--format", "json")
    #expect(try Set(none.findings().filter { $0.rule == "unreadable-file" }.map(\.path)).count == 3)
    #expect(none.exitCode == 1)
  }
}
