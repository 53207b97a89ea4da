import StatusTestSupport
import Testing

/// A baseline: what a team has accepted does not count, and everything else does.
struct BaselineTests {
  private static let file = "baseline.jsonl"

  /// A tree with five findings.
  private let tree: BrokenTree

  init() throws { tree = try BrokenTree() }

  /// `check` with the baseline and more `arguments`.
  private func check(_ arguments: String..., location: SourceLocation = #_sourceLocation) async throws
    -> Outcome
  {
    try await tree.run(["check", "specs", "--baseline", Self.file] + arguments, location: location)
  }

  /// Takes the baseline of the tree as it is.
  private func take(location: SourceLocation = #_sourceLocation) async throws {
    let outcome = try await check("--update-baseline", "--grow", location: location)
    try #require(outcome.exitCode == 0, "\(outcome.testDescription)", sourceLocation: location)
  }

  private func lines() throws -> [Substring] {
    String(decoding: try FileBytes.read("\(tree.path)/\(Self.file)"), as: UTF8.self).split(separator: "\n")
  }

  /// Expects that a check finds nothing but what is in the baseline, and all of it.
  private func expectNothingNew(location: SourceLocation = #_sourceLocation) async throws {
    let outcome = try await check("--format", "json", location: location)
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)", sourceLocation: location)
    let summary = try outcome.json(location)["summary"]
    #expect(
      summary?["stale"] == 0 && summary?["baselined"] == 5, "\(outcome.output)", sourceLocation: location)
  }

  @Test func takenOnADriftedTreeTheNextRunFindsNothing() async throws {
    try await take()
    #expect(try lines().count == 5)
    #expect(try lines().allSatisfy { !$0.contains("\"line\"") })
    try await expectNothingNew()
    let text = try await check()
    #expect(text.output.contains("\nno findings; 5 in the baseline (3 files"))
    // The file says what it is about.
    let marker = try #require(lines().first { $0.contains("TODO.md") && $0.contains("marker") })
    #expect(
      marker.hasSuffix(
        #""rule": "nonstandard-marker", "path": "specs/TODO.md", "task": 2, "phase": null, "evidence": "[not started]" }"#
      ), "\(marker)")
  }

  @Test func oneNewFaultIsExactlyOneFinding() async throws {
    try await take()
    try tree.write(BrokenTree.taskList.replacing("[IMPLEMENTING]", with: "[NONSENSE]"), to: "TODO.md")
    let outcome = try await check("--format", "concise")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.split(separator: "\n").count == 1 && outcome.output.contains("\"[NONSENSE]\""))
  }

  @Test func whatIsFixedIsStaleAndTheUpdateShrinks() async throws {
    try await take()
    try tree.write(SampleTree.taskList, to: "TODO.md")
    let text = try await check()
    #expect(text.exitCode == 0)
    #expect(
      text.output.contains(
        "stale[nonstandard-marker]: specs/TODO.md: \"[not started]\" of task 2 is in the baseline, but is no longer found\n"
      ), "\(text.output)")
    #expect(text.output.contains("; 4 in the baseline; 1 stale in the baseline ("))
    let concise = try await check("--format", "concise")
    #expect(concise.output.hasPrefix("specs/TODO.md: stale: \"[not started]\""))
    let report = try await check("--format", "json").json()
    let schema = JSONSchema(
      try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/report.schema.json")))
    #expect(schema.violations(in: report) == [])
    #expect(report["stale"]?[0]?["rule"] == "nonstandard-marker" && report["stale"]?[1] == nil)
    let before = try lines()
    let update = try await check("--update-baseline")
    #expect(update.errors == "statuslint: baseline.jsonl: 0 added, 1 removed, 4 findings left\n")
    #expect(try lines() == before.filter { !$0.contains("\"[not started]\"") })
    #expect(try await !check().output.contains("stale"))
  }

  @Test func onlyGrowAdds() async throws {
    try await take()
    try tree.write(BrokenTree.taskList.replacing("[IMPLEMENTING]", with: "[NONSENSE]"), to: "TODO.md")
    #expect(try await check("--update-baseline").exitCode == 1)
    #expect(try lines().count == 5)
    let grown = try await check("--update-baseline", "--grow")
    #expect(grown.exitCode == 0 && grown.errors.contains("1 added, 0 removed, 6 findings left"))
    #expect(try await check().exitCode == 0)
  }

  @Test func branchesThatRemovedDifferentLinesMerge() async throws {
    try await take()
    let all = try lines()
    func commit(_ lines: [Substring], _ branch: String) async throws {
      try await tree.sample.git("checkout -q \(branch)")
      try tree.sample.repository.write(lines.map { $0 + "\n" }.joined(), to: Self.file)
      try await tree.sample.git("commit -qam 'Remove a line'")
    }
    try await tree.sample.git(
      "init -q -b main && git add . && git commit -qm 'Take a baseline' && git branch other")
    try await commit(Array(all.dropFirst()), "main")
    try await commit(Array(all.dropLast()), "other")
    try await tree.sample.git("merge -q -m 'Merge' main")
    #expect(try lines() == all.dropFirst().dropLast())
    // Neighbors merge with the driver of git that keeps both sides; what is left over is stale.
    try tree.sample.repository.write("\(Self.file) merge=union\n", to: ".gitattributes")
    try tree.sample.repository.write(all.map { $0 + "\n" }.joined(), to: Self.file)
    try await tree.sample.git("add . && git commit -qm 'Take it again' && git branch -f main")
    try await commit(Array(all[..<1] + all[2...]), "main")
    try await commit(Array(all[..<2] + all[3...]), "other")
    try await tree.sample.git("merge -q -m 'Merge' main")
    #expect(try Set(lines()).isSuperset(of: Set(all[..<1] + all[3...])))
    for file in BrokenTree.files { try tree.write(BrokenTree.fixed(file), to: file) }
    #expect(try await check("--update-baseline").exitCode == 0)
    #expect(try lines().isEmpty)
  }

  @Test func movedLinesAndRenamedSectionsChangeNothing() async throws {
    try await take()
    let moved = BrokenTree.taskList.replacing("# TODO\n", with: "# TODO\n\nText above.\n\n")
      .replacing("## Tasks", with: "## Active tasks")
    try tree.write(moved, to: "TODO.md")
    try tree.write(
      BrokenTree.plan.replacing("# Implementation Plan", with: "Text\n\n# Implementation Plan"),
      to: SampleTree.plan)
    try await expectNothingNew()
  }

  @Test func reformattedJSONAndCarriageReturnsChangeNothing() async throws {
    try await take()
    let compact = BrokenTree.registry.replacing(/\s*\n\s*/) { _ in "" }.replacing("\": ", with: "\":")
    try tree.write(compact, to: "state.json")
    try await expectNothingNew()
    for file in BrokenTree.files {
      try tree.write(BrokenTree.broken(file).replacing("\n", with: "\r\n"), to: file)
    }
    try await expectNothingNew()
    let bytes = try lines().map { $0 + "\r\n" }.joined()
    try tree.sample.repository.write(bytes, to: Self.file)
    try await expectNothingNew()
  }

  @Test func aRenamedPlanOrTaskDirectoryChangesNothing() async throws {
    try await take()
    let links = BrokenTree.taskList.replacing(
      SampleTree.plan, with: "001_the_first/plans/implementation-002.md")
    try tree.write(links, to: "TODO.md")
    try tree.write(BrokenTree.plan, to: "001_the_first/plans/implementation-002.md")
    tree.sample.remove("001_first_task")
    try tree.write(BrokenTree.registry.replacing("first_task", with: "the_first"), to: "state.json")
    try await expectNothingNew()
  }

  @Test("a dead link into the task's directory is the same after the directory is renamed")
  func aRenamedDirectoryInADeadLink() async throws {
    let list = BrokenTree.taskList.replacing(
      "- **Plan**", with: "- **Research**: [x](specs/001_first_task/reports/none.md)\n- **Plan**")
    try tree.write(list, to: "TODO.md")
    try await take()
    #expect(try lines().contains { $0.contains("missing-artifact") })
    try tree.write(list.replacing("001_first_task", with: "001_the_first"), to: "TODO.md")
    try tree.write(BrokenTree.plan, to: "001_the_first/plans/implementation-001.md")
    tree.sample.remove("001_first_task")
    try tree.write(BrokenTree.registry.replacing("first_task", with: "the_first"), to: "state.json")
    let summary = try await check("--format", "json").json()["summary"]
    #expect(summary?["stale"] == 0 && summary?["errors"] == 0 && summary?["warnings"] == 0)
  }

  @Test func twoEqualFindingsAreTwo() async throws {
    let twice = BrokenTree.plan + "\n### Phase 1: Begin [COMPLETE]\n"
    let select = ["--select", "nonstandard-marker"]
    try tree.write(twice, to: SampleTree.plan)
    let taken = try await tree.run(
      ["check", "specs", "--baseline", Self.file, "--update-baseline", "--grow"] + select)
    #expect(taken.exitCode == 0)
    #expect(try lines().count { $0.contains("[COMPLETE]") } == 2)
    #expect(try Set(lines()).count == lines().count)
    try tree.write(twice + "\n### Phase 1: Begin [COMPLETE]\n", to: SampleTree.plan)
    let third = try await tree.run(
      ["check", "specs", "--baseline", Self.file, "--format", "concise"] + select)
    #expect(third.exitCode == 1 && third.output.split(separator: "\n").count == 1)
    try tree.write(BrokenTree.plan, to: SampleTree.plan)
    let one = try await tree.run(["check", "specs", "--baseline", Self.file] + select)
    #expect(one.exitCode == 0 && one.output.contains("1 stale in the baseline"))
  }

  @Test func aPathRestrictsWhatIsTouched() async throws {
    try await take()
    for file in BrokenTree.files { try tree.write(BrokenTree.fixed(file), to: file) }
    let all = try lines()
    let outcome = try await tree.run(
      "check", "specs/state.json", "--baseline", Self.file, "--update-baseline")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(try lines() == all.filter { !$0.contains("\"specs/state.json\"") })
    // A rule that did not run has not said that anything is gone.
    let left = try lines()
    let select = try await check("--select", "artifacts", "--update-baseline")
    #expect(select.exitCode == 0)
    #expect(try lines() == left)
  }

  /// A file that cannot be read may contain what is in the baseline.
  @Test func nothingIsGoneWhileAFileCannotBeRead() async throws {
    try await take()
    let all = try lines()
    try tree.write("{", to: "state.json")
    #expect(try await check("--update-baseline").exitCode == 1)
    #expect(try lines() == all)
  }

  /// The number is to fall, so what is in the baseline is fixed like anything else.
  @Test func fixesDoNotSpareTheBaseline() async throws {
    try await take()
    let outcome = try await check("--fix", "--update-baseline")
    #expect(outcome.exitCode == 0 && outcome.output.contains("; 5 fixed"))
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.fixed(file)) }
    #expect(try lines().isEmpty)
  }

  @Test(arguments: [
    ("nonsense\n", 1, "a line that is not a finding of a baseline"),
    ("\n{}\n", 2, "a line that is not a finding of a baseline"),
    ("[]\n", 1, "a line that is not a finding of a baseline"),
    ("<<<<<<< HEAD\n=======\n>>>>>>> other\n", 1, "an unresolved merge conflict"),
    ("\u{0}\u{1B}[2J\n", 1, "a line that is not a finding of a baseline"),
  ])
  func aCorruptFileIsRefused(text: String, line: Int, fault: String) async throws {
    try tree.sample.repository.write(text, to: Self.file)
    for arguments in [[], ["--fix"], ["--update-baseline", "--grow"]] {
      let outcome = try await tree.run(["check", "specs", "--baseline", Self.file] + arguments)
      #expect(outcome.exitCode == 2 && outcome.output == "")
      #expect(outcome.errors.hasPrefix("statuslint: error: baseline.jsonl:\(line): \(fault)\n  help: "))
      #expect(try lines().joined(separator: "\n").isEmpty == text.isEmpty)
    }
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.broken(file)) }
  }

  @Test(arguments: [
    (["--baseline", "none.jsonl"], "the baseline none.jsonl was not found"),
    (["--baseline", "none.jsonl", "--update-baseline"], "the baseline none.jsonl was not found"),
    (
      ["--baseline", "specs/state.json"],
      "--baseline would overwrite specs/state.json, a tracking file of the tree"
    ),
    (["--update-baseline"], "--update-baseline needs a baseline"),
    (["--baseline", "b", "--grow"], "--grow has no effect by itself"),
    (["--baseline", "b", "--update-baseline", "--diff"], "--update-baseline and --diff cannot be combined"),
    (
      ["--baseline", "b.json", "--update-baseline", "--grow", "--report", "json=b.json"],
      "--report would overwrite the baseline b.json"
    ),
  ])
  func whatMakesNoSense(arguments: [String], message: String) async throws {
    let outcome = try await tree.run(["check", "specs"] + arguments)
    #expect(outcome.exitCode == 2)
    #expect(
      outcome.errors.hasPrefix("statuslint: error: \(message)\n  help: "), "\(outcome.testDescription)")
    #expect(try await tree.run("check", "specs").exitCode == 1)
  }

  @Test func aBaselineThatCannotBeWrittenFailsTheCommand() async throws {
    try tree.sample.repository.write("", to: "file")
    let outcome = try await tree.run(
      "check", "specs", "--baseline", "file/baseline.jsonl", "--update-baseline", "--grow")
    #expect(outcome.exitCode == 3, "\(outcome.testDescription)")
  }
}
